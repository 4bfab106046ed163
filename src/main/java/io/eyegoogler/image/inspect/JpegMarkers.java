package io.eyegoogler.image.inspect;

import java.nio.ByteBuffer;

/** The markers of a JPEG (ITU-T T.81, annex B), found as libjpeg finds them. */
final class JpegMarkers {

    static final int START_OF_SCAN = 0xda;
    static final int END_OF_IMAGE = 0xd9;
    /** Holds JFIF's header. */
    static final int APP0 = 0xe0;
    /** Holds EXIF. */
    static final int APP1 = 0xe1;
    /** Holds a color profile, or a part of one. */
    static final int APP2 = 0xe2;
    /** Holds Adobe's note on the color space. */
    static final int APP14 = 0xee;

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

    /** Tells whether a marker starts a frame of the processes in use: baseline, extended sequential, or progressive. */
    static boolean isHuffmanDct(int marker) {
        return marker >= 0xc0 && marker <= 0xc2;
    }

    /**
     * Tells whether a segment before the pixels may change what they mean, as a color profile does, or is unknown to some
     * decoders: not a frame header, a table, a restart interval, a comment, or application data.
     */
    static boolean isSpecial(int marker) {
        boolean application = marker >= APP0 && marker <= 0xef;
        boolean table = marker == 0xc4 || marker == 0xdb || marker == 0xdd;
        return marker == APP2 || marker == APP14 || !application && !table && !isHuffmanDct(marker) && marker != 0xfe;
    }

    static int unsignedByte(ByteBuffer file, int at) {
        return Byte.toUnsignedInt(file.get(at));
    }

    static int unsignedShort(ByteBuffer file, int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }
}
