package io.eyegoogler.image.webp;

import javax.imageio.IIOException;

/**
 * The five prefix codes of a pixel; {@code green} also codes backward references and color cache indices (RFC 9649,
 * 3.7.2).
 */
record PrefixCodeGroup(PrefixCode green, PrefixCode red, PrefixCode blue, PrefixCode alpha, PrefixCode distance) {

    static final int LITERALS = 256;
    static final int LENGTHS = 24;
    private static final int DISTANCES = 40;

    static PrefixCodeGroup read(BitReader bits, int cacheSize) throws IIOException {
        PrefixCodeReader reader = new PrefixCodeReader(bits);
        return new PrefixCodeGroup(
                reader.read(LITERALS + LENGTHS + cacheSize),
                reader.read(LITERALS),
                reader.read(LITERALS),
                reader.read(LITERALS),
                reader.read(DISTANCES));
    }

    /** Returns the count of entries of all tables. */
    int size() {
        return green.size() + red.size() + blue.size() + alpha.size() + distance.size();
    }
}
