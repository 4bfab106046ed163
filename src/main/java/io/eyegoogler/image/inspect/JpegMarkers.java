package io.eyegoogler.image.inspect;

import java.nio.ByteBuffer;

/** The markers of a JPEG (ITU-T T.81, annex B), found as libjpeg finds them. */
final class JpegMarkers {

    static final int START_OF_SCAN = 0xda;
    static final int END_OF_IMAGE = 0xd9;
    /** Holds EXIF. */
    static final int APP1 = 0xe1;
    /** Holds a color profile, or a part of one. */
    static final int APP2 = 0xe2;

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

    static int unsignedByte(ByteBuffer file, int at) {
        return Byte.toUnsignedInt(file.get(at));
    }

    static int unsignedShort(ByteBuffer file, int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }
}
