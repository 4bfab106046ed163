package io.eyegoogler.eyes;

/** Arithmetic on premultiplied ARGB, whose samples are 0 to 255. */
final class Blending {

    private static final long SAMPLES = 0x00ff_00ff_00ff_00ffL;
    private static final long HALVES = 0x0080_0080_0080_0080L;
    /** The sum of the weights of {@link #bilinear}. */
    private static final int ONE = 256;

    private Blending() {}

    /** Returns {@code sample} times {@code share} / 255, rounded. */
    static int times(int sample, int share) {
        int product = sample * share + 128;
        return product + (product >> 8) >> 8;
    }

    /** Returns the samples with 16 bits for each: alpha, green, red, blue from the top. */
    static long spread(int argb) {
        return argb & 0x00ff00ffL | (argb >>> 8 & 0x00ff00ffL) << 32;
    }

    /** Returns the low 8 bits of each of {@link #spread} samples. */
    static int joined(long samples) {
        long low = samples & SAMPLES;
        return (int) low | (int) (low >>> 32) << 8;
    }

    /** Returns {@code argb} times {@code opacity} / 256. */
    static int faded(int argb, int opacity) {
        return joined(spread(argb) * opacity + HALVES >>> 8);
    }

    /**
     * Returns the weighted mean of four neighbors, from the left to the right and from the top to the bottom.
     *
     * @param x the share of those on the right, of 256
     * @param y the share of those at the bottom, of 256
     */
    static int bilinear(int leftTop, int rightTop, int leftBottom, int rightBottom, int x, int y) {
        int both = x * y >> 8;
        long sum = spread(leftTop) * (ONE - x - y + both)
                + spread(rightTop) * (x - both)
                + spread(leftBottom) * (y - both)
                + spread(rightBottom) * both;
        return joined(sum + HALVES >>> 8);
    }
}
