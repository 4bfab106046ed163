package io.eyegoogler.image.jpeg;

/** Finds the nonzero coefficients of each block, so that the many zeros need not be visited one by one. */
final class NonZeroCoefficients {
    /** For each value of the n-th byte of a block's flags: its coefficients as bits in zigzag order. */
    private static final long[][] ZIGZAG = zigzag();

    /** Bit y of x · LANES + lane is set if the block's coefficient at position (x, y) is not zero. */
    private final int[] flags = new int[BlockLanes.ROW];

    void find(int[] coefficients) {
        low(coefficients, flags);
        high(coefficients, flags);
    }

    /**
     * Returns a bit set of the block in {@code lane}: bit n is set if its n-th coefficient in zigzag order is not zero.
     */
    long of(int lane) {
        long bits = 0;
        for (int x = 0; x < BlockLanes.SIDE; x++) {
            bits |= ZIGZAG[x][flags[x * BlockLanes.LANES + lane]];
        }
        return bits;
    }

    private static void low(int[] s, int[] flags) {
        for (int i = 0; i < BlockLanes.ROW; i++) {
            int a = s[i];
            int b = s[i + BlockLanes.ROW];
            int c = s[i + 2 * BlockLanes.ROW];
            int d = s[i + 3 * BlockLanes.ROW];
            flags[i] = (a | -a) >>> 31 | (b | -b) >>> 31 << 1 | (c | -c) >>> 31 << 2 | (d | -d) >>> 31 << 3;
        }
    }

    private static void high(int[] s, int[] flags) {
        for (int i = 0; i < BlockLanes.ROW; i++) {
            int a = s[i + 4 * BlockLanes.ROW];
            int b = s[i + 5 * BlockLanes.ROW];
            int c = s[i + 6 * BlockLanes.ROW];
            int d = s[i + 7 * BlockLanes.ROW];
            flags[i] |= (a | -a) >>> 31 << 4 | (b | -b) >>> 31 << 5 | (c | -c) >>> 31 << 6 | (d | -d) >>> 31 << 7;
        }
    }

    private static long[][] zigzag() {
        long[][] bits = new long[BlockLanes.SIDE][1 << BlockLanes.SIDE];
        for (int n = 0; n < BlockLanes.COUNT; n++) {
            int position = ForwardDct.position(ZigZag.u(n), ZigZag.v(n));
            for (int value = 0; value < 1 << BlockLanes.SIDE; value++) {
                if ((value >> position / BlockLanes.SIDE & 1) == 1) {
                    bits[position % BlockLanes.SIDE][value] |= 1L << n;
                }
            }
        }
        return bits;
    }
}
