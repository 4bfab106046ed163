package io.eyegoogler.image.jpeg;

/** Which coefficients of each block are not zero: most are, and need not be looked at one by one. */
final class NonZeros {
    /** For the n-th byte of a block's flags, with each value: the zigzag numbers of its coefficients, as bits. */
    private static final long[][] ZIGZAG = zigzag();

    /** Bit y of x · LANES + lane is set where the block has something at place (x, y). */
    private final int[] flags = new int[Planes.ROW];

    void find(int[] coefficients) {
        low(coefficients, flags);
        high(coefficients, flags);
    }

    /** The block in {@code lane}: bit n is set where the n-th coefficient in zigzag order is not zero. */
    long of(int lane) {
        long bits = 0;
        for (int x = 0; x < Planes.SIDE; x++) {
            bits |= ZIGZAG[x][flags[x * Planes.LANES + lane]];
        }
        return bits;
    }

    private static void low(int[] s, int[] flags) {
        for (int i = 0; i < Planes.ROW; i++) {
            int a = s[i];
            int b = s[i + Planes.ROW];
            int c = s[i + 2 * Planes.ROW];
            int d = s[i + 3 * Planes.ROW];
            flags[i] = (a | -a) >>> 31 | (b | -b) >>> 31 << 1 | (c | -c) >>> 31 << 2 | (d | -d) >>> 31 << 3;
        }
    }

    private static void high(int[] s, int[] flags) {
        for (int i = 0; i < Planes.ROW; i++) {
            int a = s[i + 4 * Planes.ROW];
            int b = s[i + 5 * Planes.ROW];
            int c = s[i + 6 * Planes.ROW];
            int d = s[i + 7 * Planes.ROW];
            flags[i] |= (a | -a) >>> 31 << 4 | (b | -b) >>> 31 << 5 | (c | -c) >>> 31 << 6 | (d | -d) >>> 31 << 7;
        }
    }

    private static long[][] zigzag() {
        long[][] bits = new long[Planes.SIDE][1 << Planes.SIDE];
        for (int n = 0; n < Planes.COUNT; n++) {
            int place = ForwardDct.place(ZigZag.u(n), ZigZag.v(n));
            for (int value = 0; value < 1 << Planes.SIDE; value++) {
                if ((value >> place / Planes.SIDE & 1) == 1) {
                    bits[place % Planes.SIDE][value] |= 1L << n;
                }
            }
        }
        return bits;
    }
}
