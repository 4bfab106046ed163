package io.eyegoogler.image.jpeg;

/**
 * Encodes the blocks of one component (T.81, F.1.2): each nonzero coefficient, with the number of zeros before it.
 */
final class BlockEntropyCoder {
    /**
     * Most bytes of a block: 16 bits of code and ten of value for each coefficient, and a stuffed byte for each byte.
     */
    static final int MAX_BLOCK_BYTES = 2 * BlockLanes.COUNT * 26 / Byte.SIZE;

    private static final int RUN_SHIFT = 4;
    private static final int MAX_RUN = 15;
    private static final int ZERO_RUN = MAX_RUN << RUN_SHIFT;
    private static final int END_OF_BLOCK = 0;
    private static final int LENGTH = (1 << HuffmanTable.LENGTH_BITS) - 1;

    /** Index in {@link BlockLanes} of the n-th coefficient. */
    private static final int[] POSITION = new int[BlockLanes.COUNT];

    static {
        for (int n = 0; n < POSITION.length; n++) {
            POSITION[n] = ForwardDct.position(ZigZag.u(n), ZigZag.v(n)) * BlockLanes.LANES;
        }
    }

    private final int[] dc;
    private final int[] ac;
    private final ScanBitWriter bits;
    /** DC coefficient of the previous block, from which the next one is predicted. */
    private int previousDc;

    BlockEntropyCoder(HuffmanTable dc, HuffmanTable ac, ScanBitWriter bits) {
        this.dc = dc.entries;
        this.ac = ac.entries;
        this.bits = bits;
    }

    /** Resets the prediction, as a restart marker does. */
    void restart() {
        previousDc = 0;
    }

    /** Encodes the block in {@code lane}. */
    void encode(BlockBatch blocks, int lane) {
        int[] coefficients = blocks.coefficients;
        put(dc, 0, coefficients[lane] - previousDc);
        previousDc = coefficients[lane];
        int last = 0;
        for (long rest = blocks.nonZeros.of(lane) & ~1; rest != 0; rest &= rest - 1) {
            int n = Long.numberOfTrailingZeros(rest);
            int run = n - last - 1;
            for (; run > MAX_RUN; run -= MAX_RUN + 1) {
                put(ac, ZERO_RUN, 0);
            }
            put(ac, run << RUN_SHIFT, coefficients[POSITION[n] + lane]);
            last = n;
        }
        if (last < BlockLanes.COUNT - 1) {
            put(ac, END_OF_BLOCK, 0);
        }
    }

    /** Writes the symbol of a run and the size of {@code value}, then {@code value}, minus one if it is negative. */
    private void put(int[] entries, int run, int value) {
        int sign = value >> Integer.SIZE - 1;
        int size = Integer.SIZE - Integer.numberOfLeadingZeros((value ^ sign) - sign);
        int entry = entries[run | size];
        int valueBits = value + sign & (1 << size) - 1;
        bits.put(entry >>> HuffmanTable.LENGTH_BITS | valueBits, entry & LENGTH);
    }
}
