package io.eyegoogler.image.jpeg;

/**
 * Writes the blocks of one component (T.81, F.1.2): of each coefficient that isn't zero how many zeros come before it,
 * and it.
 */
final class BlockEntropyCoder {
    /** Most bytes of a block: a code of 16 bits and ten more for each coefficient, and half of all bytes stuffed in. */
    static final int MAX_BLOCK_BYTES = 2 * BlockLanes.COUNT * 26 / Byte.SIZE;

    private static final int RUN_SHIFT = 4;
    private static final int MAX_RUN = 15;
    private static final int ZERO_RUN = MAX_RUN << RUN_SHIFT;
    private static final int END_OF_BLOCK = 0;
    private static final int LENGTH = (1 << HuffmanTable.LENGTH_BITS) - 1;

    /** Where in {@link BlockLanes} the n-th coefficient is. */
    private static final int[] PLACE = new int[BlockLanes.COUNT];

    static {
        for (int n = 0; n < PLACE.length; n++) {
            PLACE[n] = ForwardDct.place(ZigZag.u(n), ZigZag.v(n)) * BlockLanes.LANES;
        }
    }

    private final int[] dc;
    private final int[] ac;
    private final ScanBitWriter sink;
    /** The DC coefficient of the block before, which the next one's is written as a difference to. */
    private int before;

    BlockEntropyCoder(HuffmanTable dc, HuffmanTable ac, ScanBitWriter sink) {
        this.dc = dc.entries;
        this.ac = ac.entries;
        this.sink = sink;
    }

    /** Begins anew, as behind a restart marker. */
    void restart() {
        before = 0;
    }

    /** Writes the block in {@code lane}. */
    void put(BlockBatch blocks, int lane) {
        int[] coefficients = blocks.coefficients;
        put(dc, 0, coefficients[lane] - before);
        before = coefficients[lane];
        int last = 0;
        for (long rest = blocks.nonZeros.of(lane) & ~1; rest != 0; rest &= rest - 1) {
            int n = Long.numberOfTrailingZeros(rest);
            int run = n - last - 1;
            for (; run > MAX_RUN; run -= MAX_RUN + 1) {
                put(ac, ZERO_RUN, 0);
            }
            put(ac, run << RUN_SHIFT, coefficients[PLACE[n] + lane]);
            last = n;
        }
        if (last < BlockLanes.COUNT - 1) {
            put(ac, END_OF_BLOCK, 0);
        }
    }

    /** Writes the symbol for a run and the size of {@code value}, then {@code value}: less one if it is negative. */
    private void put(int[] entries, int run, int value) {
        int sign = value >> Integer.SIZE - 1;
        int size = Integer.SIZE - Integer.numberOfLeadingZeros((value ^ sign) - sign);
        int entry = entries[run | size];
        int bits = value + sign & (1 << size) - 1;
        sink.put(entry >>> HuffmanTable.LENGTH_BITS | bits, entry & LENGTH);
    }
}
