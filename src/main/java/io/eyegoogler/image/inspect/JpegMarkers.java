package io.eyegoogler.image.inspect;

import java.nio.ByteBuffer;

/** The markers of a JPEG (ITU-T T.81, annex B), found as libjpeg finds them. */
final class JpegMarkers {

    private static final int BASELINE = 0xc0;
    private static final int EXTENDED_SEQUENTIAL = 0xc1;
    private static final int PROGRESSIVE = 0xc2;
    private static final int HUFFMAN_TABLES = 0xc4;
    static final int START_OF_SCAN = 0xda;
    static final int END_OF_IMAGE = 0xd9;
    private static final int QUANTIZATION_TABLES = 0xdb;
    private static final int RESTART_INTERVAL = 0xdd;
    /** Holds JFIF's header. */
    static final int APP0 = 0xe0;
    /** Holds EXIF. */
    static final int APP1 = 0xe1;
    /** Holds a color profile, or a part of one. */
    static final int APP2 = 0xe2;
    /** Holds Adobe's color transform. */
    private static final int APP14 = 0xee;

    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;

    private static final int PREFIX = 0xff;

    private JpegMarkers() {}

    /**
     * Returns the offset of the code of the next marker from {@code at} on that starts a segment or ends the image.
     * Entropy-coded data and garbage are skipped.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    static int next(ByteBuffer file, int at) {
        int next = at;
        while (true) {
            while (unsignedByte(file, next++) != PREFIX) {
                // Data or garbage.
            }
            while (unsignedByte(file, next) == PREFIX) {
                next++;
            }
            // Neither a stuffed byte nor a marker without a segment: TEM, RST0 to RST7, SOI.
            int code = unsignedByte(file, next);
            if (code > 0x01 && (code < 0xd0 || code > 0xd8)) {
                return next;
            }
        }
    }

    static boolean isStartOfFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /**
     * Tells whether a segment is of a kind that every decoder supports, and that doesn't change what the samples mean, as a
     * color profile does.
     */
    static boolean isCommon(int marker) {
        return switch (marker) {
            case BASELINE,
                    EXTENDED_SEQUENTIAL,
                    PROGRESSIVE,
                    HUFFMAN_TABLES,
                    QUANTIZATION_TABLES,
                    RESTART_INTERVAL,
                    COMMENT -> true;
            case APP2, APP14 -> false;
            default -> marker >= APP0 && marker <= APP15;
        };
    }

    static int unsignedByte(ByteBuffer file, int at) {
        return Byte.toUnsignedInt(file.get(at));
    }

    static int unsignedShort(ByteBuffer file, int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }
}
