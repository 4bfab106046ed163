package io.eyegoogler.image.jpeg;

/** Which coefficients of each block are not zero: most are, and need not be looked at one by one. */
final class NonZeroCoefficients {
    /** For the n-th byte of a block's flags, with each value: the zigzag numbers of its coefficients, as bits. */
    private static final long[][] ZIGZAG = zigzag();

    /** Bit y of x · LANES + lane is set where the block has something at place (x, y). */
    private final int[] flags = new int[BlockLanes.ROW];

    void find(int[] coefficients) {
        low(coefficients, flags);
        high(coefficients, flags);
    }

    /** The block in {@code lane}: bit n is set where the n-th coefficient in zigzag order is not zero. */
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
            int place = ForwardDct.place(ZigZag.u(n), ZigZag.v(n));
            for (int value = 0; value < 1 << BlockLanes.SIDE; value++) {
                if ((value >> place / BlockLanes.SIDE & 1) == 1) {
                    bits[place % BlockLanes.SIDE][value] |= 1L << n;
                }
            }
        }
        return bits;
    }
}
