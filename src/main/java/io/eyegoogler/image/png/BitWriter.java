package io.eyegoogler.image.png;

/**
 * Packs bits into bytes, the first bit lowest (RFC 1951, 3.1.1). It stores eight bytes at a time, including bits that
 * are still pending, so the array must be eight bytes longer than the content.
 *
 * <p>The fields are open to this package because the hot loop keeps them in local variables.
 */
final class BitWriter {
    /** Most bits of one {@link #put}: whole bytes that fit a {@code long} together with up to seven pending bits. */
    static final int MAX_BITS = Long.SIZE - Byte.SIZE;

    final byte[] bytes;
    /** Whole bytes written. */
    int position;
    /** Bits that don't fill a byte yet, the first lowest. */
    long pending;
    /** Number of pending bits, 0 to 7. */
    int pendingCount;

    BitWriter(int capacity) {
        bytes = new byte[capacity];
    }

    /** Discards all but the first {@code length} bytes. */
    void truncate(int length) {
        position = length;
        pending = 0;
        pendingCount = 0;
    }

    /** Appends the lowest {@code count} bits of {@code value}, whose other bits are zero. */
    void put(long value, int count) {
        long all = pending | value << pendingCount;
        int total = pendingCount + count;
        LittleEndian.putLong(bytes, position, all);
        position += total >>> 3;
        pending = all >>> (total & ~7);
        pendingCount = total & 7;
    }

    /** Pads the current byte with zeros. */
    void align() {
        put(0, -pendingCount & 7);
    }

    /** Appends whole bytes; must be {@link #align aligned}. */
    void put(byte[] from, int offset, int length) {
        System.arraycopy(from, offset, bytes, position, length);
        position += length;
    }
}
