package io.eyegoogler.image.png;

/**
 * Packs bits into bytes, first bit lowest (RFC 1951, 3.1.1). Eight bytes are stored at a time, the bits not yet due
 * among them, so the array must be that much longer than what goes in.
 *
 * <p>The fields are open to this package: the hot loop keeps them in locals.
 */
final class BitWriter {
    /** Most bits one {@link #put} takes: whole bytes that fit a {@code long} beside up to seven waiting bits. */
    static final int MAX_BITS = Long.SIZE - Byte.SIZE;

    final byte[] bytes;
    /** Whole bytes written. */
    int position;
    /** Bits that wait to fill a byte, the first lowest. */
    long waiting;
    /** How many wait, 0 to 7. */
    int waitingCount;

    BitWriter(int capacity) {
        bytes = new byte[capacity];
    }

    void clear() {
        cutTo(0);
    }

    /** Forgets all but the first {@code length} bytes. */
    void cutTo(int length) {
        position = length;
        waiting = 0;
        waitingCount = 0;
    }

    /** Appends the lowest {@code count} bits of {@code value}, whose others are zero. */
    void put(long value, int count) {
        long all = waiting | value << waitingCount;
        int total = waitingCount + count;
        LittleEndian.putLong(bytes, position, all);
        position += total >>> 3;
        waiting = all >>> (total & ~7);
        waitingCount = total & 7;
    }

    /** Fills the byte begun with zeros. */
    void align() {
        put(0, -waitingCount & 7);
    }

    /** Appends whole bytes; only where {@link #align aligned}. */
    void put(byte[] from, int at, int length) {
        System.arraycopy(from, at, bytes, position, length);
        position += length;
    }
}
