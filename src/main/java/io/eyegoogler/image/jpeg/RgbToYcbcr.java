package io.eyegoogler.image.jpeg;

/**
 * From red, green and blue to luma and two colour differences, all around zero (T.871, 7; T.81, A.3.1), rounded to
 * whole numbers: so pixels that were decoded from a JPEG become again what they were decoded from, and a photo that
 * comes and goes as JPEG loses next to nothing on its way.
 *
 * <p>A pixel is an int of three fields of ten bits, so that four pixels can be added up in one.
 */
final class RgbToYcbcr {
    /** Bits behind the point that results have room for, so that the transform's own rounding doesn't count. */
    static final int FRACTION_BITS = 3;

    private static final int FIELD_BITS = 10;
    private static final int FIELD = (1 << FIELD_BITS) - 1;
    private static final int WEIGHT_BITS = 16;
    /** What a sum of four pixels has more than their mean. */
    private static final int FOUR_BITS = 2;
    /** What samples of 8 bits are counted from. */
    private static final int MIDDLE = 128;

    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;
    /** Blue less luma, and red less luma, over the range of a sample. */
    private static final double BLUE_RANGE = 2 * (1 - BLUE);

    private static final double RED_RANGE = 2 * (1 - RED);

    private static final int Y_RED = weight(RED);
    private static final int Y_BLUE = weight(BLUE);
    private static final int Y_GREEN = (1 << WEIGHT_BITS) - Y_RED - Y_BLUE;
    private static final int HALF = weight(0.5);
    private static final int CB_RED = weight(-RED / BLUE_RANGE);
    private static final int CB_GREEN = -HALF - CB_RED;
    private static final int CR_BLUE = weight(-BLUE / RED_RANGE);
    private static final int CR_GREEN = -HALF - CR_BLUE;

    private RgbToYcbcr() {}

    private static int weight(double factor) {
        return (int) Math.round(factor * (1 << WEIGHT_BITS));
    }

    /** Moves blue, green and red, the lowest bytes of each int, to fields of their own. */
    static void separate(int[] pixels) {
        for (int i = 0; i < BlockLanes.LENGTH; i++) {
            int pixel = pixels[i];
            pixels[i] = pixel & 0xff | (pixel & 0xff00) << 2 | (pixel & 0xff0000) << 4;
        }
    }

    /** For each square of four pixels their sum, where the upper left one has its place. */
    static void addSquares(int[] pixels, int[] sums) {
        for (int y = 0; y < BlockLanes.SIDE; y += 2) {
            for (int x = 0; x < BlockLanes.SIDE; x += 2) {
                addSquares(pixels, sums, y * BlockLanes.ROW + x * BlockLanes.LANES);
            }
        }
    }

    private static void addSquares(int[] pixels, int[] sums, int at) {
        for (int i = at; i < at + BlockLanes.LANES; i++) {
            sums[i] = pixels[i]
                    + pixels[i + BlockLanes.LANES]
                    + pixels[i + BlockLanes.ROW]
                    + pixels[i + BlockLanes.ROW + BlockLanes.LANES];
        }
    }

    /** Makes all pixels luma. */
    static void toLuma(int[] pixels) {
        int bias = (1 << WEIGHT_BITS - 1) - (MIDDLE << WEIGHT_BITS);
        weigh(pixels, 0, BlockLanes.LENGTH, Y_RED, Y_GREEN, Y_BLUE, bias, WEIGHT_BITS);
    }

    /** Makes sums of four pixels the mean's colour differences: blue's in the first half of the lanes, then red's. */
    static void toChroma(int[] sums) {
        int shift = WEIGHT_BITS + FOUR_BITS;
        int half = BlockLanes.LANES / 2;
        for (int at = 0; at < BlockLanes.LENGTH; at += BlockLanes.LANES) {
            weigh(sums, at, at + half, CB_RED, CB_GREEN, HALF, 1 << shift - 1, shift);
            weigh(sums, at + half, at + BlockLanes.LANES, HALF, CR_GREEN, CR_BLUE, 1 << shift - 1, shift);
        }
    }

    private static void weigh(int[] pixels, int from, int to, int red, int green, int blue, int bias, int shift) {
        for (int i = from; i < to; i++) {
            int pixel = pixels[i];
            pixels[i] = (pixel >>> 2 * FIELD_BITS) * red
                            + (pixel >>> FIELD_BITS & FIELD) * green
                            + (pixel & FIELD) * blue
                            + bias
                    >> shift
                    << FRACTION_BITS;
        }
    }
}
