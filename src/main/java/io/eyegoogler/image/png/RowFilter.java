package io.eyegoogler.image.png;

/**
 * Row filters of PNG (PNG specification, section 9): they subtract from each byte a prediction made of the byte to its
 * left (one pixel before) and the one above. The ordinal of a filter is its number.
 *
 * <p>These work on eight bytes at a time, each in its own lane of a {@code long}; the last step of a row may write up
 * to seven bytes too many, so callers keep {@link #SLACK} bytes free after it. The fifth filter, Paeth, would make
 * photos smaller by three percent; it cannot be computed in lanes, and would take longer than everything else together.
 */
enum RowFilter {
    NONE {
        @Override
        void apply(byte[] raw, int row, int above, int length, int unit, byte[] out, int offset) {
            System.arraycopy(raw, row, out, offset, length);
        }
    },
    SUB {
        @Override
        void apply(byte[] raw, int row, int above, int length, int unit, byte[] out, int offset) {
            for (int i = 0; i < length; i += Long.BYTES) {
                long left = LittleEndian.getLong(raw, row + i - unit);
                LittleEndian.putLong(out, offset + i, subtract(LittleEndian.getLong(raw, row + i), left));
            }
        }
    },
    UP {
        @Override
        void apply(byte[] raw, int row, int above, int length, int unit, byte[] out, int offset) {
            for (int i = 0; i < length; i += Long.BYTES) {
                long up = LittleEndian.getLong(raw, above + i);
                LittleEndian.putLong(out, offset + i, subtract(LittleEndian.getLong(raw, row + i), up));
            }
        }
    },
    AVERAGE {
        @Override
        void apply(byte[] raw, int row, int above, int length, int unit, byte[] out, int offset) {
            for (int i = 0; i < length; i += Long.BYTES) {
                long left = LittleEndian.getLong(raw, row + i - unit);
                long up = LittleEndian.getLong(raw, above + i);
                long mean = (left & up) + ((left ^ up) >>> 1 & LOW_BITS);
                LittleEndian.putLong(out, offset + i, subtract(LittleEndian.getLong(raw, row + i), mean));
            }
        }
    };

    /** Bytes that {@link #apply} may read and write after a row. */
    static final int SLACK = Long.BYTES - 1;

    /** Zeros before a row, which stand for pixels left of the picture: at least the bytes of a pixel. */
    static final int MARGIN = Long.BYTES;

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = ~HIGH_BITS;

    /**
     * Filters one row.
     *
     * @param raw    has the row at {@code row} and the one above at {@code above}, each after {@link #MARGIN} zeros
     * @param length bytes of the row
     * @param unit   bytes of a pixel
     * @param out    receives the filtered row at {@code offset}
     */
    abstract void apply(byte[] raw, int row, int above, int length, int unit, byte[] out, int offset);

    /** Subtracts in eight lanes modulo 256; the high bit of each is computed separately, so that no lane borrows. */
    private static long subtract(long a, long b) {
        return ((a | HIGH_BITS) - (b & LOW_BITS)) ^ ((a ^ ~b) & HIGH_BITS);
    }
}
