package io.eyegoogler.image.webp;

import javax.imageio.IIOException;

/** The five codes by which a pixel is read; {@code green} also has lengths of copies, and places in the color cache. */
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

    /** Entries of its tables. */
    int size() {
        return green.size() + red.size() + blue.size() + alpha.size() + distance.size();
    }
}
