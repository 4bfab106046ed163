package io.eyegoogler.image;

import java.nio.ByteBuffer;

/**
 * The values of an entry of a TIFF directory, which lie within the file.
 *
 * @param file of the TIFF's byte order
 * @param start of the first value, bytes from the file's start
 * @param width of a value, bytes
 */
record TiffValues(ByteBuffer file, int start, int width, int count) {

    /** The value as an unsigned number; of longs that exceed 63 bits, the largest number. */
    long get(int i) {
        int at = start + i * width;
        return switch (width) {
            case Byte.BYTES -> Byte.toUnsignedLong(file.get(at));
            case Short.BYTES -> Short.toUnsignedLong(file.getShort(at));
            case Integer.BYTES -> Integer.toUnsignedLong(file.getInt(at));
            default -> file.getLong(at) & Long.MAX_VALUE;
        };
    }
}
