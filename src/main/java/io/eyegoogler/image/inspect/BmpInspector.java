package io.eyegoogler.image.inspect;

import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Computes what decoding a BMP takes. */
final class BmpInspector {

    private static final int HEADER_LENGTH = 14;
    /** The header length of BITMAPCOREHEADER, the oldest header. */
    private static final int CORE_HEADER = 12;

    private static final int CORE_BIT_COUNT = 24;
    private static final int BIT_COUNT = 28;
    private static final int COMPRESSION = 30;
    /** BI_JPEG and BI_PNG: a whole file of that format instead of pixels, as drivers send it to printers. */
    private static final int JPEG = 4;

    private static final int PNG = 5;

    private BmpInspector() {}

    /** The reader decodes 24 bits per pixel to the canonical layout, and 32 bits to an {@code int}. */
    static DecodingCost cost(ByteBuffer file) {
        ByteBuffer bytes = file.order(ByteOrder.LITTLE_ENDIAN);
        boolean core = file.limit() >= COMPRESSION && bytes.getInt(HEADER_LENGTH) == CORE_HEADER;
        if (!core && file.limit() >= COMPRESSION + Integer.BYTES) {
            int compression = bytes.getInt(COMPRESSION);
            if (compression == JPEG || compression == PNG) {
                // The reader would decode it without regard to any limit.
                throw new PhotoRejectedException.Unsupported(
                        "BMP files that contain a JPEG or PNG are not supported; send that JPEG or PNG itself.");
            }
        }
        int bits = file.limit() < COMPRESSION ? 0 : bytes.getShort(core ? CORE_BIT_COUNT : BIT_COUNT);
        int decoded = Math.min(Math.max(1, bits / Byte.SIZE), Integer.BYTES);
        return new DecodingCost(decoded, bits > 24, bits != 24);
    }
}
