package io.eyegoogler.image.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/** Reads the orientation from a block of EXIF, which ImageIO doesn't (CIPA DC-008, 4.6.4). */
final class ExifOrientationReader {

    private static final int ORIENTATION_TAG = 0x0112;
    private static final int MAX_ORIENTATION = 8;
    private static final int TYPE_SHORT = 3;
    /** Tag, type, count and value, bytes. */
    private static final int FIELD_LENGTH = 12;

    private static final int TIFF_MAGIC = 42;
    private static final short LITTLE_ENDIAN = 0x4949;
    private static final short BIG_ENDIAN = 0x4d4d;

    private ExifOrientationReader() {}

    /**
     * Returns the orientation, 1 to 8, in the first directory of a TIFF structure; empty if there is none or it is
     * damaged.
     */
    static OptionalInt read(ByteBuffer tiff) {
        try {
            short order = tiff.order(ByteOrder.BIG_ENDIAN).getShort(0);
            if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) {
                return OptionalInt.empty();
            }
            tiff.order(order == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            return tiff.getShort(2) == TIFF_MAGIC ? readDirectory(tiff, tiff.getInt(4)) : OptionalInt.empty();
        } catch (IndexOutOfBoundsException damaged) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt readDirectory(ByteBuffer tiff, int directory) {
        int fields = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < fields; i++) {
            int field = directory + 2 + i * FIELD_LENGTH;
            if (Short.toUnsignedInt(tiff.getShort(field)) == ORIENTATION_TAG
                    && tiff.getShort(field + 2) == TYPE_SHORT) {
                int value = Short.toUnsignedInt(tiff.getShort(field + 8));
                return value >= 1 && value <= MAX_ORIENTATION ? OptionalInt.of(value) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }
}
