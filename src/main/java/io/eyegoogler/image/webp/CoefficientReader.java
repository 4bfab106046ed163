package io.eyegoogler.image.webp;

import java.util.Arrays;

/** Reads and dequantizes the DCT coefficients of macroblocks (RFC 6386, 13 and 14.1). */
final class CoefficientReader {

    /** Blocks of 4 × 4 samples per macroblock: 16 of luma, row by row, then 4 of U and 4 of V. */
    static final int BLOCKS = 24;

    static final int U = 16;
    static final int V = 20;
    /** Coefficients per block. */
    static final int BLOCK = 16;

    /**
     * The offset of each coefficient's band in the probabilities; the entry after the last coefficient is read, but not
     * used.
     */
    private static final int[] BAND = new int[BLOCK + 1];

    static {
        int[] bands = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};
        for (int i = 0; i < bands.length; i++) {
            BAND[i] = bands[i] * CoefficientProbabilities.CONTEXTS * CoefficientProbabilities.TOKENS;
        }
    }

    private static final int BLOCK_TYPE =
            CoefficientProbabilities.BANDS * CoefficientProbabilities.CONTEXTS * CoefficientProbabilities.TOKENS;
    private static final int TOKENS = CoefficientProbabilities.TOKENS;
    private static final int Y_AFTER_Y2 = 0;
    private static final int Y2 = BLOCK_TYPE;
    private static final int CHROMA = 2 * BLOCK_TYPE;
    private static final int Y_WITH_DC = 3 * BLOCK_TYPE;

    private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};
    /** Probabilities of the extra bits of DCT categories 3 to 6. */
    private static final int[][] CATEGORIES = {
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129},
    };

    /** Contexts at a macroblock's edge: 4 of luma, then 2 of U, 2 of V and one of Y2. */
    private static final int CONTEXT_U = 4;

    private static final int CONTEXT_V = 6;
    private static final int CONTEXT_Y2 = 8;
    private static final int CONTEXTS = 9;

    private final int[] probabilities;
    /** 1 for each block above that has coefficients, by column and context. */
    private final byte[] above;
    /** 1 for each block on the left that has coefficients, by context. */
    private final byte[] left = new byte[CONTEXTS];

    /** The dequantized coefficients, block by block. */
    final short[] values = new short[BLOCKS * BLOCK];
    /** The count of each block's coefficients, in zigzag order, up to the last nonzero one. */
    final byte[] counts = new byte[BLOCKS];

    private final short[] y2 = new short[BLOCK];

    CoefficientReader(int[] probabilities, int macroblocksInRow) {
        this.probabilities = probabilities;
        above = new byte[CONTEXTS * macroblocksInRow];
    }

    void startRow() {
        Arrays.fill(left, (byte) 0);
    }

    /** Records a macroblock without coefficients. One with subblock prediction has no Y2 and keeps its context. */
    void skip(int column, boolean subblocks) {
        int count = subblocks ? CONTEXT_Y2 : CONTEXTS;
        Arrays.fill(above, CONTEXTS * column, CONTEXTS * column + count, (byte) 0);
        Arrays.fill(left, 0, count, (byte) 0);
        Arrays.fill(counts, (byte) 0);
    }

    /**
     * Reads the coefficients of the macroblock at {@code column}.
     *
     * @return whether any is nonzero
     */
    boolean read(BoolDecoder bits, int column, DequantizationFactors factors, boolean subblocks) {
        Arrays.fill(values, (short) 0);
        int context = CONTEXTS * column;
        boolean any = false;
        if (!subblocks) {
            any = readY2(bits, context + CONTEXT_Y2, factors);
        }
        int type = subblocks ? Y_WITH_DC : Y_AFTER_Y2;
        int first = subblocks ? 0 : 1;
        any |= readBlocks(bits, 0, 4, context, 0, type, first, factors.lumaDc(), factors.lumaAc());
        int dc = factors.chromaDc();
        int ac = factors.chromaAc();
        any |= readBlocks(bits, U, 2, context + CONTEXT_U, CONTEXT_U, CHROMA, 0, dc, ac);
        any |= readBlocks(bits, V, 2, context + CONTEXT_V, CONTEXT_V, CHROMA, 0, dc, ac);
        return any;
    }

    /** Reads Y2, the block of the DC coefficients of the 16 blocks of luma. */
    private boolean readY2(BoolDecoder bits, int context, DequantizationFactors factors) {
        Arrays.fill(y2, (short) 0);
        int count = readBlock(bits, Y2, above[context] + left[CONTEXT_Y2], 0, factors.y2Dc(), factors.y2Ac(), y2, 0);
        above[context] = (byte) (count > 0 ? 1 : 0);
        left[CONTEXT_Y2] = above[context];
        InverseTransform.invertY2(y2, values);
        return count > 0;
    }

    private boolean readBlocks(
            BoolDecoder bits,
            int block,
            int side,
            int contextAbove,
            int contextLeft,
            int type,
            int first,
            int dc,
            int ac) {
        boolean any = false;
        int at = block;
        for (int y = 0; y < side; y++) {
            int last = left[contextLeft + y];
            for (int x = 0; x < side; x++) {
                int context = above[contextAbove + x] + last;
                int count = readBlock(bits, type, context, first, dc, ac, values, BLOCK * at);
                last = count > first ? 1 : 0;
                above[contextAbove + x] = (byte) last;
                any |= count > first;
                // The DC coefficient may have come with Y2.
                counts[at] = (byte) (count > first ? count : values[BLOCK * at] != 0 ? 1 : 0);
                at++;
            }
            left[contextLeft + y] = (byte) last;
        }
        return any;
    }

    /**
     * Reads a block and returns the count of its coefficients up to the last nonzero one, {@code first} if there is
     * none.
     */
    private int readBlock(
            BoolDecoder bits, int type, int context, int first, int dc, int ac, short[] target, int offset) {
        int at = type + BAND[first] + TOKENS * context;
        for (int i = first; i < BLOCK; i++) {
            if (bits.readBit(probabilities[at]) == 0) {
                return i;
            }
            while (bits.readBit(probabilities[at + 1]) == 0) {
                if (++i == BLOCK) {
                    return BLOCK;
                }
                at = type + BAND[i];
            }
            int next = type + BAND[i + 1];
            int value;
            if (bits.readBit(probabilities[at + 2]) == 0) {
                value = 1;
                at = next + TOKENS;
            } else {
                value = readLarge(bits, at);
                at = next + 2 * TOKENS;
            }
            int signed = bits.readBit(128) == 0 ? value : -value;
            target[offset + ZIGZAG[i]] = (short) (signed * (i == 0 ? dc : ac));
        }
        return BLOCK;
    }

    /** Reads the rest of a value of at least 2. */
    private int readLarge(BoolDecoder bits, int at) {
        int[] p = probabilities;
        if (bits.readBit(p[at + 3]) == 0) {
            return bits.readBit(p[at + 4]) == 0 ? 2 : 3 + bits.readBit(p[at + 5]);
        }
        if (bits.readBit(p[at + 6]) == 0) {
            return bits.readBit(p[at + 7]) == 0 ? 5 + bits.readBit(159) : 7 + 2 * bits.readBit(165) + bits.readBit(145);
        }
        int high = bits.readBit(p[at + 8]);
        int category = 2 * high + bits.readBit(p[at + 9 + high]);
        int extra = 0;
        for (int probability : CATEGORIES[category]) {
            extra = 2 * extra + bits.readBit(probability);
        }
        return 3 + (8 << category) + extra;
    }
}
