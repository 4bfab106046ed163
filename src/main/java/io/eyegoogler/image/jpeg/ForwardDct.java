package io.eyegoogler.image.jpeg;

/**
 * The discrete cosine transform of all blocks in {@link BlockLanes} (T.81, A.3.3), in integers, by the AAN algorithm
 * (Arai, Agui and Nakajima, A fast DCT-SQ scheme for images, 1988). Each coefficient comes out multiplied by a
 * {@linkplain #scale factor} that quantization divides by.
 */
final class ForwardDct {
    /**
     * Fraction bits of a constant. Samples have 8 bits and {@link RgbToYcbcr#FRACTION_BITS} more; sums of 64, times a
     * constant below 1, must fit an int.
     */
    private static final int CONSTANT_BITS = 13;

    private static final int ROUND = 1 << CONSTANT_BITS - 1;
    /** Cosine of 2π/16. */
    private static final int COS_2 = constant(2);
    /** Cosine of 4π/16. */
    private static final int COS_4 = constant(4);
    /** Cosine of 6π/16. */
    private static final int COS_6 = constant(6);

    private static final int R1 = BlockLanes.ROW;
    private static final int R2 = 2 * BlockLanes.ROW;
    private static final int R3 = 3 * BlockLanes.ROW;
    private static final int R4 = 4 * BlockLanes.ROW;
    private static final int R5 = 5 * BlockLanes.ROW;
    private static final int R6 = 6 * BlockLanes.ROW;
    private static final int R7 = 7 * BlockLanes.ROW;

    /** The frequency at each position. */
    private static final int[] FREQUENCY = {0, 4, 2, 6, 3, 1, 7, 5};

    private ForwardDct() {}

    private static int constant(int n) {
        return (int) Math.round(Math.cos(n * Math.PI / 16) * (1 << CONSTANT_BITS));
    }

    /**
     * Transforms all blocks; see {@link #position} for where the coefficients end up.
     *
     * @param samples are overwritten
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

    /** Returns the position in a block of the coefficient of horizontal frequency u and vertical frequency v. */
    static int position(int u, int v) {
        return position(u) * BlockLanes.SIDE + position(v);
    }

    private static int position(int frequency) {
        int position = 0;
        while (FREQUENCY[position] != frequency) {
            position++;
        }
        return position;
    }

    /** Returns the factor of a frequency: coefficient (u, v) comes out scale(u) · scale(v) times too large. */
    static double scale(int frequency) {
        double root8 = Math.sqrt(BlockLanes.SIDE);
        return frequency == 0 ? root8 : root8 * Math.sqrt(2) * Math.cos(frequency * Math.PI / 16);
    }

    /** Runs the steps of the algorithm, cut where a loop would have too many operations. */
    private static void transformColumns(int[] s) {
        foldOuter(s);
        foldInner(s);
        even(s);
        odd(s);
        rotate(s);
    }

    /** Computes the sums and differences of rows 0 and 7, 1 and 6. */
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

    /** Computes the sums and differences of rows 2 and 5, 3 and 4. */
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

    /** Turns the sums into frequencies 0, 4, 2, 6. */
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

    /** Does the first half of turning the differences into odd frequencies. */
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

    /** Does the second half, to frequencies 3, 1, 7, 5: the algorithm's three products are a rotation by 2π/16. */
    private static void rotate(int[] s) {
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
