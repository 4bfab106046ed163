package io.eyegoogler.detect;

import java.awt.image.BufferedImage;
import java.util.List;

/** Finds the faces in a photo. Implementations are safe for use by many threads at once. */
public interface FaceDetector extends AutoCloseable {

    /**
     * The faces in {@code photo}, best score first.
     *
     * @param photo upright, with interleaved 8-bit red, green and blue, and perhaps alpha (see {@link PhotoPixels})
     * @return boxes and keypoints in px of the photo, some perhaps beyond its border
     */
    List<Face> detect(BufferedImage photo);

    /** Frees the models. */
    @Override
    void close();
}
