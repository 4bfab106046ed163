package io.eyegoogler.image.inspect;

import java.nio.ByteBuffer;

/**
 * The values of a field of a TIFF directory, which lie within the file.
 *
 * @param file in the TIFF's byte order
 * @param start the offset of the first value in the file
 * @param width bytes per value
 */
record TiffField(ByteBuffer file, int start, int width, int count) {

    /** Returns a value as an unsigned number; of 64 bits, the highest is ignored. */
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
