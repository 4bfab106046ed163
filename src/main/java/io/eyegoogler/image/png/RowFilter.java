package io.eyegoogler.image.png;

/**
 * Row filters of PNG (PNG specification, section 9): what is compressed is each byte less a guess made from the byte to
 * its left (one pixel before) and the one above. The order is that of their numbers.
 *
 * <p>Those here work on eight bytes at a time, each in its own lane of a {@code long}; a row's last step may write up
 * to seven bytes too many, so callers keep {@link #SLACK} bytes free behind it. The fifth, Paeth, would make photos
 * smaller by three per cent; it cannot be had in lanes, and takes longer than everything else together.
 */
enum RowFilter {
    NONE {
        @Override
        void apply(byte[] raw, int row, int above, int length, int unit, byte[] out, int at) {
            System.arraycopy(raw, row, out, at, length);
        }
    },
    SUB {
        @Override
        void apply(byte[] raw, int row, int above, int length, int unit, byte[] out, int at) {
            for (int i = 0; i < length; i += Long.BYTES) {
                long left = LittleEndian.getLong(raw, row + i - unit);
                LittleEndian.putLong(out, at + i, minus(LittleEndian.getLong(raw, row + i), left));
            }
        }
    },
    UP {
        @Override
        void apply(byte[] raw, int row, int above, int length, int unit, byte[] out, int at) {
            for (int i = 0; i < length; i += Long.BYTES) {
                long up = LittleEndian.getLong(raw, above + i);
                LittleEndian.putLong(out, at + i, minus(LittleEndian.getLong(raw, row + i), up));
            }
        }
    },
    AVERAGE {
        @Override
        void apply(byte[] raw, int row, int above, int length, int unit, byte[] out, int at) {
            for (int i = 0; i < length; i += Long.BYTES) {
                long left = LittleEndian.getLong(raw, row + i - unit);
                long up = LittleEndian.getLong(raw, above + i);
                long mean = (left & up) + ((left ^ up) >>> 1 & LOW_BITS);
                LittleEndian.putLong(out, at + i, minus(LittleEndian.getLong(raw, row + i), mean));
            }
        }
    };

    /** Bytes that {@link #apply} may read and write behind a row. */
    static final int SLACK = Long.BYTES - 1;

    /** Bytes of zeros in front of a row, for what lies left of the picture: as many as the widest pixel has. */
    static final int MARGIN = Long.BYTES;

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = ~HIGH_BITS;

    /**
     * Filters one row.
     *
     * @param raw    holds the row at {@code row} and the one above at {@code above}, each behind {@link #MARGIN} zeros
     * @param length bytes in the row
     * @param unit   bytes from a byte to the one it is compared with on its left, 1 to 8
     * @param out    takes the filtered row at {@code at}
     */
    abstract void apply(byte[] raw, int row, int above, int length, int unit, byte[] out, int at);

    /** Eight subtractions modulo 256; the high bit of each lane is worked out apart, so that no lane borrows. */
    private static long minus(long a, long b) {
        return ((a | HIGH_BITS) - (b & LOW_BITS)) ^ ((a ^ ~b) & HIGH_BITS);
    }
}
