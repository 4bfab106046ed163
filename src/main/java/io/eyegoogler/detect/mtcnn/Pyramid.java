package io.eyegoogler.detect.mtcnn;

import java.util.ArrayList;
import java.util.List;

/** The sizes of the photo at which P-Net looks, so that a face of any size comes to fill its small field once. */
final class Pyramid {

    /** From one size to the next; about half the area. */
    private static final double FACTOR = 0.709;

    private Pyramid() {}

    /** Px of each size, the largest first, in which a face of {@code smallestFace} px of the photo fills the field. */
    static List<Size> sizes(int width, int height, double smallestFace) {
        List<Size> sizes = new ArrayList<>();
        double scale = PNet.FIELD / smallestFace;
        while (Math.min(width, height) * scale >= PNet.FIELD) {
            sizes.add(new Size((int) Math.ceil(width * scale), (int) Math.ceil(height * scale)));
            scale *= FACTOR;
        }
        return sizes;
    }

    /** A size of the photo, px. */
    record Size(int width, int height) {}
}
