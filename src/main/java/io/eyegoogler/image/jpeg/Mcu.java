package io.eyegoogler.image.jpeg;

/** The minimum coded unit (T.81, A.2.3): 16 × 16 pixels, since chroma has half the resolution. */
final class Mcu {
    /** Width and height, px. */
    static final int SIDE = 2 * BlockLanes.SIDE;

    private Mcu() {}

    /** Returns how many MCUs cover {@code pixels} in a row or column. */
    static int count(int pixels) {
        return (pixels - 1) / SIDE + 1;
    }
}
