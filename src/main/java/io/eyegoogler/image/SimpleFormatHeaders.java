package io.eyegoogler.image;

import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What decoding of the simpler formats takes. */
final class SimpleFormatHeaders {

    /**
     * Blocks of a GIF's extensions before its first frame: half a megabyte of comments. The reader joins a comment's
     * blocks one by one, and copies each time what it has.
     */
    static final int MAX_GIF_BLOCKS = 2_048;
    /** Of a WebP; each frame of an animation is one. */
    static final int MAX_WEBP_CHUNKS = 50_000;

    /** Version, size, flags, background and aspect ratio, bytes. */
    private static final int GIF_HEADER = 13;

    private static final int GIF_EXTENSION = 0x21;
    private static final int RIFF_HEADER = 12;
    private static final int RIFF_HEAD = 8;
    private static final int WEBP_LOSSLESS = 0x4c385056;
    private static final int WEBP_ALPHA = 0x48504c41;
    /** An {@code int} for each pixel before and after a transform, and the picture: bytes for each pixel. */
    private static final int WEBP_ARGB = 12;
    /** Luma, chroma at half the size, and the picture: bytes for each pixel, rounded up. */
    private static final int WEBP_PLANES = 5;

    private static final int BMP_CORE_HEADER = 12;
    private static final int BMP_COMPRESSION = 30;
    /** BI_JPEG and BI_PNG: a whole file of that format in place of the pixels, as drivers send them to printers. */
    private static final int BMP_JPEG = 4;

    private static final int BMP_PNG = 5;

    private SimpleFormatHeaders() {}

    static DecodingCost gif(ByteBuffer file) {
        try {
            int flags = file.get(10);
            int at = GIF_HEADER + ((flags & 0x80) != 0 ? 3 << (flags & 7) + 1 : 0);
            int blocks = 0;
            while (file.get(at) == GIF_EXTENSION) {
                at += 2;
                int length;
                do {
                    length = Byte.toUnsignedInt(file.get(at));
                    at += 1 + length;
                    if (++blocks > MAX_GIF_BLOCKS) {
                        throw new PhotoRejectedException.TooCostly(
                                ReadableFormat.GIF, "more than " + MAX_GIF_BLOCKS + " blocks before its first picture");
                    }
                } while (length > 0);
            }
        } catch (IndexOutOfBoundsException end) {
            // Of which the reader will tell.
        }
        return new DecodingCost(1, DecodingCost.TRANSPARENT, true);
    }

    static DecodingCost webp(ByteBuffer file) {
        ByteBuffer bytes = file.order(ByteOrder.LITTLE_ENDIAN);
        long at = RIFF_HEADER;
        int chunks = 0;
        boolean lossless = false;
        boolean alpha = false;
        while (at + RIFF_HEAD <= bytes.limit()) {
            int type = bytes.getInt((int) at);
            lossless |= type == WEBP_LOSSLESS;
            alpha |= type == WEBP_ALPHA;
            long length = Integer.toUnsignedLong(bytes.getInt((int) at + 4));
            at += RIFF_HEAD + length + (length & 1);
            if (++chunks > MAX_WEBP_CHUNKS) {
                throw new PhotoRejectedException.TooCostly(
                        ReadableFormat.WEBP, "more than " + MAX_WEBP_CHUNKS + " chunks");
            }
        }
        if (lossless || alpha) {
            return new DecodingCost(WEBP_ARGB, DecodingCost.TRANSPARENT, false);
        }
        return new DecodingCost(WEBP_PLANES, DecodingCost.OPAQUE, false);
    }

    /** Of 24 bits a pixel the reader makes the layout, of 32 an {@code int}. */
    static DecodingCost bmp(ByteBuffer file) {
        ByteBuffer bytes = file.order(ByteOrder.LITTLE_ENDIAN);
        if (file.limit() >= BMP_COMPRESSION + Integer.BYTES && bytes.getInt(14) != BMP_CORE_HEADER) {
            int compression = bytes.getInt(BMP_COMPRESSION);
            if (compression == BMP_JPEG || compression == BMP_PNG) {
                // The reader would decode it past every limit.
                throw new PhotoRejectedException.Unsupported(
                        "A BMP with a JPEG or PNG inside isn't read here; send that JPEG or PNG itself.");
            }
        }
        int bits = file.limit() < 30 ? 0 : bytes.getShort(bytes.getInt(14) == BMP_CORE_HEADER ? 24 : 28);
        boolean alpha = bits > 24;
        return new DecodingCost(
                Math.min(Math.max(1, bits / Byte.SIZE), Integer.BYTES),
                alpha ? DecodingCost.TRANSPARENT : DecodingCost.OPAQUE,
                bits != 24);
    }
}
