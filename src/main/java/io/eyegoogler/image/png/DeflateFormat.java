package io.eyegoogler.image.png;

/** Constants and symbols of the Deflate format (RFC 1951), and its stored blocks. */
final class DeflateFormat {
    /** Byte values, each a symbol of the literal and length alphabet. */
    static final int LITERALS = 256;

    static final int END_OF_BLOCK = 256;
    /** Symbols of the literal and length alphabet: literals, end of block, lengths. */
    static final int LITERAL_SYMBOLS = 286;

    static final int DISTANCE_SYMBOLS = 30;
    /** Bytes of the shortest match that the format allows. */
    static final int MIN_MATCH = 3;
    /** Bytes of the longest match. */
    static final int MAX_MATCH = 258;
    /** Bytes that a match may reach back. */
    static final int MAX_DISTANCE = 1 << 15;
    /** Bytes of the largest stored block. */
    static final int MAX_STORED = (1 << 16) - 1;

    private static final int STORED_HEADER_BYTES = 5;

    private DeflateFormat() {}

    /** Returns the symbol of a match's length, {@link #MIN_MATCH} to {@link #MAX_MATCH} (RFC 1951, 3.2.5). */
    static int lengthSymbol(int length) {
        if (length == MAX_MATCH) {
            return LITERAL_SYMBOLS - 1;
        }
        int extra = lengthExtraBits(length);
        return END_OF_BLOCK + 1 + (extra << 2) + (length - MIN_MATCH >>> extra);
    }

    /**
     * Returns the number of extra bits after a length's symbol; they hold the lowest bits of {@code length -
     * MIN_MATCH}.
     */
    static int lengthExtraBits(int length) {
        return length == MAX_MATCH ? 0 : Math.max(0, 29 - Integer.numberOfLeadingZeros(length - MIN_MATCH));
    }

    /** Returns the symbol of a match's distance, 1 to {@link #MAX_DISTANCE} (RFC 1951, 3.2.5). */
    static int distanceSymbol(int distance) {
        int extra = distanceExtraBits(distance);
        return (extra << 1) + (distance - 1 >>> extra);
    }

    /**
     * Returns the number of extra bits after a distance's symbol; they hold the lowest bits of {@code distance - 1}.
     */
    static int distanceExtraBits(int distance) {
        return Math.max(0, 30 - Integer.numberOfLeadingZeros(distance - 1));
    }

    /** Returns the bytes that {@code length} bytes take {@linkplain #putStored stored}, not counting a pending byte. */
    static int storedBytes(int length) {
        return length + STORED_HEADER_BYTES * Math.max(1, (length + MAX_STORED - 1) / MAX_STORED);
    }

    /**
     * Writes bytes uncompressed (RFC 1951, 3.2.4). Zero bytes make an empty block, which ends at a whole byte.
     *
     * @param last whether the stream ends here
     */
    static void putStored(BitWriter out, byte[] from, int offset, int length, boolean last) {
        int done = 0;
        do {
            int part = Math.min(length - done, MAX_STORED);
            out.put(last && done + part == length ? 1 : 0, 3);
            out.align();
            out.put(part | (~part & 0xffffL) << 16, 32);
            out.put(from, offset + done, part);
            done += part;
        } while (done < length);
    }
}
