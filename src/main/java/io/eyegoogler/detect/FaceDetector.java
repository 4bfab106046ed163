package io.eyegoogler.detect;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds the faces in a photo. Implementations are safe for use by many threads at once. */
public interface FaceDetector {

    /**
     * The faces in {@code photo}, best score first.
     *
     * @param photo upright, with interleaved 8-bit red, green and blue, and perhaps alpha
     * @param cancellation checked between model runs
     * @return boxes and keypoints in px of the photo, some perhaps beyond its border
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    List<Face> detect(BufferedImage photo, Cancellation cancellation);
}
