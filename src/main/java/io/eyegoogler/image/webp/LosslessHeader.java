package io.eyegoogler.image.webp;

import javax.imageio.IIOException;

/**
 * The first five bytes of a VP8L bitstream (RFC 9649, 3.4).
 *
 * @param translucent whether alpha counts; else the picture is opaque, whatever alpha is stored
 */
record LosslessHeader(int width, int height, boolean translucent) {

    static final int LENGTH = 5;
    private static final int SIGNATURE = 0x2f;
    private static final int SIDE_BITS = 14;

    static LosslessHeader of(byte[] bytes) throws IIOException {
        if (bytes.length < LENGTH || bytes[0] != SIGNATURE) {
            throw new IIOException("No VP8L bitstream");
        }
        BitReader bits = new BitReader(bytes, 1);
        int width = bits.number(SIDE_BITS) + 1;
        int height = bits.number(SIDE_BITS) + 1;
        boolean translucent = bits.flag();
        if (bits.number(3) != 0) {
            throw new IIOException("A VP8L bitstream of an unknown version");
        }
        return new LosslessHeader(width, height, translucent);
    }
}
