package io.eyegoogler.detect;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import java.awt.image.BufferedImage;
import java.util.List;

/** Detects the faces in a photo. Implementations are thread-safe. */
public interface FaceDetector {

    /**
     * Returns the faces in {@code photo}, best score first.
     *
     * @param photo upright, with interleaved 8-bit red, green and blue, and optionally alpha
     * @param cancellation checked between model runs
     * @return boxes and keypoints in px of the photo; they may lie beyond its border
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    List<Face> detect(BufferedImage photo, Cancellation cancellation);
}
