package io.eyegoogler.image.jpeg;

/**
 * The discrete cosine transform of all blocks in {@link BlockLanes} (T.81, A.3.3), in integers: Arai, Agui and Nakajima's
 * (A fast DCT-SQ scheme for images, 1988), which leaves every coefficient with a {@linkplain #scale factor} that
 * quantization takes away on the side.
 */
final class ForwardDct {
    /**
     * Bits of a constant. Samples have 8 bits and {@link RgbToYcbcr#FRACTION_BITS} more; sums of 64, times a constant below
     * 1, must fit an int.
     */
    private static final int CONSTANT_BITS = 13;

    private static final int ROUND = 1 << CONSTANT_BITS - 1;
    /** Cosines of n·π/16. */
    private static final int COS_2 = constant(2);

    private static final int COS_4 = constant(4);
    private static final int COS_6 = constant(6);

    private static final int R1 = BlockLanes.ROW;
    private static final int R2 = 2 * BlockLanes.ROW;
    private static final int R3 = 3 * BlockLanes.ROW;
    private static final int R4 = 4 * BlockLanes.ROW;
    private static final int R5 = 5 * BlockLanes.ROW;
    private static final int R6 = 6 * BlockLanes.ROW;
    private static final int R7 = 7 * BlockLanes.ROW;

    /** Which frequency ends up in which place. */
    private static final int[] FREQUENCY = {0, 4, 2, 6, 3, 1, 7, 5};

    private ForwardDct() {}

    private static int constant(int n) {
        return (int) Math.round(Math.cos(n * Math.PI / 16) * (1 << CONSTANT_BITS));
    }

    /**
     * Transforms all blocks; frequencies end up in the {@linkplain #place places} this scheme leaves them in.
     *
     * @param samples are used up
     */
    static void transform(int[] samples, int[] coefficients) {
        transformColumns(samples);
        for (int y = 0; y < BlockLanes.SIDE; y++) {
            for (int x = 0; x < BlockLanes.SIDE; x++) {
                int from = y * BlockLanes.ROW + x * BlockLanes.LANES;
                int to = x * BlockLanes.ROW + y * BlockLanes.LANES;
                System.arraycopy(samples, from, coefficients, to, BlockLanes.LANES);
            }
        }
        transformColumns(coefficients);
    }

    /** Where among a block's samples the coefficient of horizontal frequency u and vertical frequency v is. */
    static int place(int u, int v) {
        return place(u) * BlockLanes.SIDE + place(v);
    }

    private static int place(int frequency) {
        int place = 0;
        while (FREQUENCY[place] != frequency) {
            place++;
        }
        return place;
    }

    /** How many times too large a coefficient comes out: (u, v) by scale(u) · scale(v). */
    static double scale(int frequency) {
        double root8 = Math.sqrt(BlockLanes.SIDE);
        return frequency == 0 ? root8 : root8 * Math.sqrt(2) * Math.cos(frequency * Math.PI / 16);
    }

    /** The scheme's steps; each is cut where a loop would have too many operations. */
    private static void transformColumns(int[] planes) {
        foldOuter(planes);
        foldInner(planes);
        even(planes);
        odd(planes);
        turn(planes);
    }

    /** Rows 0 and 7, 1 and 6: their sums, and their differences. */
    private static void foldOuter(int[] s) {
        for (int i = 0; i < BlockLanes.ROW; i++) {
            int a = s[i];
            int b = s[i + R1];
            int c = s[i + R6];
            int d = s[i + R7];
            s[i] = a + d;
            s[i + R1] = b + c;
            s[i + R6] = b - c;
            s[i + R7] = a - d;
        }
    }

    /** Rows 2 and 5, 3 and 4. */
    private static void foldInner(int[] s) {
        for (int i = 0; i < BlockLanes.ROW; i++) {
            int a = s[i + R2];
            int b = s[i + R3];
            int c = s[i + R4];
            int d = s[i + R5];
            s[i + R2] = a + d;
            s[i + R3] = b + c;
            s[i + R4] = b - c;
            s[i + R5] = a - d;
        }
    }

    /** From sums to frequencies 0, 4, 2, 6. */
    private static void even(int[] s) {
        for (int i = 0; i < BlockLanes.ROW; i++) {
            int sum03 = s[i] + s[i + R3];
            int difference03 = s[i] - s[i + R3];
            int sum12 = s[i + R1] + s[i + R2];
            int difference12 = s[i + R1] - s[i + R2];
            int z = (difference03 + difference12) * COS_4 + ROUND >> CONSTANT_BITS;
            s[i] = sum03 + sum12;
            s[i + R1] = sum03 - sum12;
            s[i + R2] = difference03 + z;
            s[i + R3] = difference03 - z;
        }
    }

    /** The first half of the way from differences to odd frequencies. */
    private static void odd(int[] s) {
        for (int i = 0; i < BlockLanes.ROW; i++) {
            int a = s[i + R4];
            int b = s[i + R5];
            int c = s[i + R6];
            int d = s[i + R7];
            int z = (b + c) * COS_4 + ROUND >> CONSTANT_BITS;
            s[i + R4] = a + b;
            s[i + R5] = d + z;
            s[i + R6] = c + d;
            s[i + R7] = d - z;
        }
    }

    /** The second half, to frequencies 3, 1, 7, 5: the scheme's three products there are a turn by 2·π/16. */
    private static void turn(int[] s) {
        for (int i = 0; i < BlockLanes.ROW; i++) {
            int a = s[i + R4];
            int b = s[i + R5];
            int c = s[i + R6];
            int d = s[i + R7];
            int x = a * COS_2 - c * COS_6 + ROUND >> CONSTANT_BITS;
            int y = a * COS_6 + c * COS_2 + ROUND >> CONSTANT_BITS;
            s[i + R4] = d - x;
            s[i + R5] = b + y;
            s[i + R6] = b - y;
            s[i + R7] = d + x;
        }
    }
}
