package io.eyegoogler.image;

/**
 * Dithers by a threshold matrix (Bayer, 1973). Unlike with {@link ErrorDiffusion}, a pixel's result depends on nothing
 * but its color and its place, so that what stands still in an animation doesn't flicker.
 */
final class OrderedDither {

    /** The matrix has 2³ rows and columns. */
    private static final int BITS = 3;

    private static final int SIDE = 1 << BITS;
    /** About the distance between neighboring colors of a palette made for a photo. */
    private static final int SPREAD = 16;

    private static final int MAX = 255;
    private static final int[] OFFSETS = offsets();

    private OrderedDither() {}

    private static int[] offsets() {
        int[] offsets = new int[SIDE * SIDE];
        for (int i = 0; i < offsets.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            int rank = 0;
            for (int bit = 0; bit < BITS; bit++) {
                rank = rank << 2 | (x >> bit & 1 ^ y >> bit & 1) << 1 | y >> bit & 1;
            }
            offsets[i] = rank * SPREAD / offsets.length - SPREAD / 2;
        }
        return offsets;
    }

    /** Returns the color to look for in the palette instead of {@code rgb}, which is at pixel (x, y). */
    static int apply(int rgb, int x, int y) {
        int offset = OFFSETS[(y % SIDE) * SIDE + x % SIDE];
        int dithered = 0;
        for (int shift = 16; shift >= 0; shift -= Byte.SIZE) {
            int sample = (rgb >> shift & 0xff) + offset;
            dithered = dithered << Byte.SIZE | Math.max(0, Math.min(MAX, sample));
        }
        return dithered;
    }
}
