package io.eyegoogler.image.webp;

import javax.imageio.IIOException;

/**
 * The header of a VP8L bitstream (RFC 9649, 3.4).
 *
 * @param hasAlpha whether alpha is used; otherwise the image is opaque, whatever alpha is stored
 */
record LosslessHeader(int width, int height, boolean hasAlpha) {

    static final int LENGTH = 5;
    private static final int SIGNATURE = 0x2f;
    private static final int SIDE_BITS = 14;

    static LosslessHeader of(byte[] bytes) throws IIOException {
        if (bytes.length < LENGTH || bytes[0] != SIGNATURE) {
            throw new IIOException("Not a VP8L bitstream");
        }
        BitReader bits = new BitReader(bytes, 1);
        int width = bits.readBits(SIDE_BITS) + 1;
        int height = bits.readBits(SIDE_BITS) + 1;
        boolean hasAlpha = bits.readFlag();
        if (bits.readBits(3) != 0) {
            throw new IIOException("Unknown version of VP8L");
        }
        return new LosslessHeader(width, height, hasAlpha);
    }
}
