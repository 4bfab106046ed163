package io.eyegoogler.image.webp;

import javax.imageio.IIOException;

/**
 * The uncompressed header of a VP8 key frame (RFC 6386, 9.1).
 *
 * @param partitionLength bytes of the first partition, which follows
 */
record FrameHeader(int width, int height, int partitionLength) {

    static final int LENGTH = 10;
    private static final int MAX_PROFILE = 3;
    private static final int START_CODE = 0x2a019d;
    private static final int SIDE_MASK = 0x3fff;

    static FrameHeader of(byte[] bytes) throws IIOException {
        if (bytes.length < LENGTH) {
            throw new IIOException("The frame header is incomplete");
        }
        int tag = readUint24(bytes, 0);
        boolean interframe = (tag & 1) != 0;
        int profile = tag >> 1 & 7;
        boolean shown = (tag >> 4 & 1) != 0;
        if (interframe || profile > MAX_PROFILE || !shown || readUint24(bytes, 3) != START_CODE) {
            throw new IIOException("Not a VP8 key frame");
        }
        int width = (readUint24(bytes, 6) & 0xffff) & SIDE_MASK;
        int height = (readUint24(bytes, 7) >> 8) & SIDE_MASK;
        if (width == 0 || height == 0) {
            throw new IIOException("The frame has no pixels");
        }
        return new FrameHeader(width, height, tag >> 5);
    }

    /** Reads a 24-bit little-endian number. */
    static int readUint24(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
    }
}
