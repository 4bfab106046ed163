package io.eyegoogler.image.png;

/** Combines the Adler-32 checksums (RFC 1950, 8.2) of consecutive pieces of data, as zlib's adler32_combine does. */
final class Adler32Combiner {
    /** The checksum of no data. */
    static final int EMPTY = 1;

    /** The largest prime below 2^16. */
    private static final long BASE = 65521;

    private static final int HALF = 16;
    private static final int LOW = 0xffff;

    private Adler32Combiner() {}

    /**
     * Returns the checksum of two pieces in a row.
     *
     * <p>The low half is one more than the sum of the bytes; the high half is the sum of the low half after each byte.
     * So the first piece adds its bytes to the low half once, and to the high half once for each byte of the second.
     *
     * @param first  checksum of the first piece
     * @param second checksum of the second piece
     * @param length bytes of the second piece
     */
    static int combine(int first, int second, long length) {
        long sum = (first & LOW) - 1;
        long low = (sum + (second & LOW)) % BASE;
        long high = ((first >>> HALF) + (second >>> HALF) + length % BASE * sum) % BASE;
        return (int) (Math.floorMod(high, BASE) << HALF | Math.floorMod(low, BASE));
    }
}
