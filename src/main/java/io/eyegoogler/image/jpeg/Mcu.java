package io.eyegoogler.image.jpeg;

/** The unit that a scan is made of: with colour at half resolution, 16 × 16 pixels (T.81, A.2.3). */
final class Mcu {
    /** px. */
    static final int SIDE = 2 * BlockLanes.SIDE;

    private Mcu() {}

    /** How many cover {@code pixels}. */
    static int across(int pixels) {
        return (pixels - 1) / SIDE + 1;
    }
}
