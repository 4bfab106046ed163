package io.eyegoogler.image.webp;

import javax.imageio.IIOException;

/**
 * The first ten bytes of a VP8 key frame (RFC 6386, 9.1).
 *
 * @param partitionLength bytes of the first partition, which follows
 */
record FrameHeader(int width, int height, int partitionLength) {

    static final int LENGTH = 10;
    private static final int MAX_PROFILE = 3;
    private static final int SIDE_BITS = 0x3fff;

    static FrameHeader of(byte[] bytes) throws IIOException {
        if (bytes.length < LENGTH) {
            throw new IIOException("The frame ends in its header");
        }
        int tag = triple(bytes, 0);
        boolean interframe = (tag & 1) != 0;
        int profile = tag >> 1 & 7;
        boolean shown = (tag >> 4 & 1) != 0;
        // The start code.
        if (interframe || profile > MAX_PROFILE || !shown || triple(bytes, 3) != 0x2a019d) {
            throw new IIOException("No VP8 key frame");
        }
        int width = (triple(bytes, 6) & 0xffff) & SIDE_BITS;
        int height = (triple(bytes, 7) >> 8) & SIDE_BITS;
        if (width == 0 || height == 0) {
            throw new IIOException("A frame without pixels");
        }
        return new FrameHeader(width, height, tag >> 5);
    }

    static int triple(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
    }
}
