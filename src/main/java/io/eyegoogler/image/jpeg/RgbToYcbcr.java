package io.eyegoogler.image.jpeg;

/**
 * Converts red, green and blue to Y, Cb and Cr, all centered on zero (T.871, 7; T.81, A.3.1) and rounded to integers:
 * so pixels decoded from a JPEG become what they were decoded from, and a photo that arrives and leaves as JPEG loses
 * next to nothing.
 *
 * <p>A pixel is an int of three fields of ten bits, so that four pixels can be added in one operation.
 */
final class RgbToYcbcr {
    /** Fraction bits of the results, so that rounding in the transform doesn't matter. */
    static final int FRACTION_BITS = 3;

    private static final int FIELD_BITS = 10;
    private static final int FIELD = (1 << FIELD_BITS) - 1;
    private static final int WEIGHT_BITS = 16;
    /** Bits that a sum of four pixels has more than their mean. */
    private static final int SUM_BITS = 2;
    /** The level shift of 8-bit samples. */
    private static final int MIDDLE = 128;

    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;
    /** Range of blue minus luma, relative to that of a sample. */
    private static final double BLUE_RANGE = 2 * (1 - BLUE);
    /** Range of red minus luma, relative to that of a sample. */
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

    /** Moves blue, green and red, the lowest bytes of each int, to fields of ten bits. */
    static void separate(int[] pixels) {
        for (int i = 0; i < BlockLanes.LENGTH; i++) {
            int pixel = pixels[i];
            pixels[i] = pixel & 0xff | (pixel & 0xff00) << 2 | (pixel & 0xff0000) << 4;
        }
    }

    /** Computes the sum of each square of four pixels, at the position of its upper left one. */
    static void addSquares(int[] pixels, int[] sums) {
        for (int y = 0; y < BlockLanes.SIDE; y += 2) {
            for (int x = 0; x < BlockLanes.SIDE; x += 2) {
                addSquares(pixels, sums, y * BlockLanes.ROW + x * BlockLanes.LANES);
            }
        }
    }

    private static void addSquares(int[] pixels, int[] sums, int start) {
        for (int i = start; i < start + BlockLanes.LANES; i++) {
            sums[i] = pixels[i]
                    + pixels[i + BlockLanes.LANES]
                    + pixels[i + BlockLanes.ROW]
                    + pixels[i + BlockLanes.ROW + BlockLanes.LANES];
        }
    }

    /** Converts pixels to Y. */
    static void toLuma(int[] pixels) {
        int bias = (1 << WEIGHT_BITS - 1) - (MIDDLE << WEIGHT_BITS);
        convert(pixels, 0, BlockLanes.LENGTH, Y_RED, Y_GREEN, Y_BLUE, bias, WEIGHT_BITS);
    }

    /** Converts sums of four pixels to Cb of the mean in the first half of the lanes, and to Cr in the second. */
    static void toChroma(int[] sums) {
        int shift = WEIGHT_BITS + SUM_BITS;
        int half = BlockLanes.LANES / 2;
        for (int at = 0; at < BlockLanes.LENGTH; at += BlockLanes.LANES) {
            convert(sums, at, at + half, CB_RED, CB_GREEN, HALF, 1 << shift - 1, shift);
            convert(sums, at + half, at + BlockLanes.LANES, HALF, CR_GREEN, CR_BLUE, 1 << shift - 1, shift);
        }
    }

    private static void convert(int[] pixels, int from, int to, int red, int green, int blue, int bias, int shift) {
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
