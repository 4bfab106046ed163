package io.eyegoogler.image.webp;

import java.util.Arrays;

/** Reads a macroblock's coefficients, and multiplies them with their quantizers (RFC 6386, 13 and 14.1). */
final class CoefficientReader {

    /** Blocks of 4 × 4: 16 of luma row by row, 4 of each chroma. */
    static final int BLOCKS = 24;

    static final int U = 16;
    static final int V = 20;
    /** Coefficients of a block. */
    static final int BLOCK = 16;

    /** Where in the probabilities each coefficient's band begins; one more is asked for behind the last. */
    private static final int[] BAND = new int[BLOCK + 1];

    static {
        int[] bands = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};
        for (int i = 0; i < bands.length; i++) {
            BAND[i] = bands[i] * CoefficientProbabilities.CONTEXTS * CoefficientProbabilities.TOKENS;
        }
    }

    private static final int KIND =
            CoefficientProbabilities.BANDS * CoefficientProbabilities.CONTEXTS * CoefficientProbabilities.TOKENS;
    private static final int TOKENS = CoefficientProbabilities.TOKENS;
    private static final int LUMA_WITHOUT_MEAN = 0;
    private static final int MEANS = KIND;
    private static final int CHROMA = 2 * KIND;
    private static final int LUMA = 3 * KIND;

    private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};
    /** Probabilities of the further bits of the four largest categories. */
    private static final int[][] CATEGORIES = {
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129},
    };

    /** Of a macroblock's edge: 4 of luma, then these. */
    private static final int CONTEXT_U = 4;

    private static final int CONTEXT_V = 6;
    private static final int CONTEXT_MEANS = 8;
    private static final int CONTEXTS = 9;

    private final int[] probabilities;
    /** Whether the block above, or on the left, has coefficients. */
    private final byte[] above;

    private final byte[] left = new byte[CONTEXTS];

    final short[] values = new short[BLOCKS * BLOCK];
    /** How many of a block's coefficients, in zigzag order, there are up to the last that isn't 0. */
    final byte[] counts = new byte[BLOCKS];

    private final short[] means = new short[BLOCK];

    CoefficientReader(int[] probabilities, int macroblocksInRow) {
        this.probabilities = probabilities;
        above = new byte[CONTEXTS * macroblocksInRow];
    }

    void startRow() {
        Arrays.fill(left, (byte) 0);
    }

    /** A macroblock without any; one whose subblocks are predicted leaves the means' context as it is. */
    void skip(int column, boolean subblocks) {
        int count = subblocks ? CONTEXT_MEANS : CONTEXTS;
        Arrays.fill(above, CONTEXTS * column, CONTEXTS * column + count, (byte) 0);
        Arrays.fill(left, 0, count, (byte) 0);
        Arrays.fill(counts, (byte) 0);
    }

    /**
     * Reads those of the macroblock at {@code column}.
     *
     * @return whether any isn't 0
     */
    boolean read(BoolDecoder bits, int column, DequantizationFactors quantizers, boolean subblocks) {
        Arrays.fill(values, (short) 0);
        int context = CONTEXTS * column;
        boolean any = false;
        if (!subblocks) {
            any = readMeans(bits, context + CONTEXT_MEANS, quantizers);
        }
        int kind = subblocks ? LUMA : LUMA_WITHOUT_MEAN;
        int first = subblocks ? 0 : 1;
        any |= readBlocks(bits, 0, 4, context, 0, kind, first, quantizers.lumaDc(), quantizers.lumaAc());
        int dc = quantizers.chromaDc();
        int ac = quantizers.chromaAc();
        any |= readBlocks(bits, U, 2, context + CONTEXT_U, CONTEXT_U, CHROMA, 0, dc, ac);
        any |= readBlocks(bits, V, 2, context + CONTEXT_V, CONTEXT_V, CHROMA, 0, dc, ac);
        return any;
    }

    /** The means of the 16 blocks of luma are coded as a block of their own. */
    private boolean readMeans(BoolDecoder bits, int context, DequantizationFactors quantizers) {
        Arrays.fill(means, (short) 0);
        int count = readBlock(
                bits,
                MEANS,
                above[context] + left[CONTEXT_MEANS],
                0,
                quantizers.meanDc(),
                quantizers.meanAc(),
                means,
                0);
        above[context] = (byte) (count > 0 ? 1 : 0);
        left[CONTEXT_MEANS] = above[context];
        InverseTransform.means(means, values);
        return count > 0;
    }

    private boolean readBlocks(
            BoolDecoder bits,
            int block,
            int side,
            int contextAbove,
            int contextLeft,
            int kind,
            int first,
            int dc,
            int ac) {
        boolean any = false;
        int at = block;
        for (int y = 0; y < side; y++) {
            int beside = left[contextLeft + y];
            for (int x = 0; x < side; x++) {
                int context = above[contextAbove + x] + beside;
                int count = readBlock(bits, kind, context, first, dc, ac, values, BLOCK * at);
                beside = count > first ? 1 : 0;
                above[contextAbove + x] = (byte) beside;
                any |= count > first;
                // A mean that came with the others is a first coefficient, too.
                counts[at] = (byte) (count > first ? count : values[BLOCK * at] != 0 ? 1 : 0);
                at++;
            }
            left[contextLeft + y] = (byte) beside;
        }
        return any;
    }

    /** How many coefficients there are up to the last that isn't 0, {@code first} if none. */
    private int readBlock(
            BoolDecoder bits, int kind, int context, int first, int dc, int ac, short[] target, int offset) {
        int at = kind + BAND[first] + TOKENS * context;
        for (int i = first; i < BLOCK; i++) {
            if (bits.bit(probabilities[at]) == 0) {
                return i;
            }
            while (bits.bit(probabilities[at + 1]) == 0) {
                if (++i == BLOCK) {
                    return BLOCK;
                }
                at = kind + BAND[i];
            }
            int next = kind + BAND[i + 1];
            int value;
            if (bits.bit(probabilities[at + 2]) == 0) {
                value = 1;
                at = next + TOKENS;
            } else {
                value = large(bits, at);
                at = next + 2 * TOKENS;
            }
            int signed = bits.bit(128) == 0 ? value : -value;
            target[offset + ZIGZAG[i]] = (short) (signed * (i == 0 ? dc : ac));
        }
        return BLOCK;
    }

    /** A value of at least 2. */
    private int large(BoolDecoder bits, int at) {
        int[] p = probabilities;
        if (bits.bit(p[at + 3]) == 0) {
            return bits.bit(p[at + 4]) == 0 ? 2 : 3 + bits.bit(p[at + 5]);
        }
        if (bits.bit(p[at + 6]) == 0) {
            return bits.bit(p[at + 7]) == 0 ? 5 + bits.bit(159) : 7 + 2 * bits.bit(165) + bits.bit(145);
        }
        int high = bits.bit(p[at + 8]);
        int category = 2 * high + bits.bit(p[at + 9 + high]);
        int more = 0;
        for (int probability : CATEGORIES[category]) {
            more = 2 * more + bits.bit(probability);
        }
        return 3 + (8 << category) + more;
    }
}
