package io.eyegoogler.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads one number from a photo's EXIF: its orientation.
 *
 * <p>ImageIO has no reader for it. All else in there (place, time, camera) is left unread, and a block that is broken
 * or lies about its length counts as none: a photo isn't refused for its metadata.
 */
final class Exif {

    private static final int ORIENTATION_TAG = 0x0112;
    private static final int TYPE_SHORT = 3;
    /** Bytes of an entry of a TIFF directory: tag, type, count, value. */
    private static final int ENTRY_LENGTH = 12;
    private static final int TIFF_MAGIC = 42;
    private static final short LITTLE_ENDIAN = 0x4949;
    private static final short BIG_ENDIAN = 0x4d4d;

    private static final int JPEG_APP1 = 0xe1;
    private static final int JPEG_START_OF_SCAN = 0xda;
    private static final int JPEG_MARKER = 0xff;
    /** "Exif" and two zeros, before the TIFF header in a JPEG's APP1 segment. */
    private static final long JPEG_EXIF = 0x457869660000L;
    private static final int JPEG_EXIF_LENGTH = 6;

    private static final int PNG_SIGNATURE_LENGTH = 8;
    private static final int PNG_EXIF = 0x65584966;
    /** Bytes of a PNG chunk beside its data: length and type before it, CRC after. */
    private static final int PNG_CHUNK_HEAD = 8;
    private static final int PNG_CHUNK_CRC = 4;

    private Exif() {}

    /** The orientation that {@code file} states; upright where it states none that can be read. */
    static Orientation orientation(byte[] file, ReadableFormat format) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        try {
            Optional<Orientation> stated =
                    switch (format) {
                        case JPEG -> inJpeg(bytes);
                        case PNG -> inPng(bytes);
                        case GIF, BMP -> Optional.empty();
                    };
            return stated.orElse(Orientation.UPRIGHT);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            return Orientation.UPRIGHT;
        }
    }

    /** Walks the segments up to the first scan; the first EXIF block that states an orientation counts. */
    private static Optional<Orientation> inJpeg(ByteBuffer file) {
        int at = 2;
        while (Byte.toUnsignedInt(file.get(at)) == JPEG_MARKER) {
            int marker = Byte.toUnsignedInt(file.get(at + 1));
            if (marker == JPEG_MARKER) {
                // A fill byte.
                at++;
                continue;
            }
            if (marker == JPEG_START_OF_SCAN) {
                break;
            }
            int length = Short.toUnsignedInt(file.getShort(at + 2));
            if (marker == JPEG_APP1 && file.getLong(at + 4) >>> 16 == JPEG_EXIF) {
                int start = at + 4 + JPEG_EXIF_LENGTH;
                Optional<Orientation> found = inTiff(slice(file, start, at + 2 + length - start));
                if (found.isPresent()) {
                    return found;
                }
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    private static Optional<Orientation> inPng(ByteBuffer file) {
        int at = PNG_SIGNATURE_LENGTH;
        while (at + PNG_CHUNK_HEAD <= file.limit()) {
            int length = file.getInt(at);
            if (length < 0) {
                break;
            }
            if (file.getInt(at + 4) == PNG_EXIF) {
                return inTiff(slice(file, at + PNG_CHUNK_HEAD, length));
            }
            at = Math.addExact(at, Math.addExact(length, PNG_CHUNK_HEAD + PNG_CHUNK_CRC));
        }
        return Optional.empty();
    }

    /** A block may claim more than the file has; what there is may still hold the tag. */
    private static ByteBuffer slice(ByteBuffer file, int start, int length) {
        return file.slice(start, Math.min(length, file.limit() - start));
    }

    /** The tag in the first directory of a TIFF structure. */
    private static Optional<Orientation> inTiff(ByteBuffer tiff) {
        try {
            short order = tiff.getShort(0);
            if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) {
                return Optional.empty();
            }
            tiff.order(order == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            if (tiff.getShort(2) != TIFF_MAGIC) {
                return Optional.empty();
            }
            int directory = tiff.getInt(4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * ENTRY_LENGTH;
                if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION_TAG
                        && tiff.getShort(entry + 2) == TYPE_SHORT) {
                    return Orientation.ofExif(Short.toUnsignedInt(tiff.getShort(entry + 8)));
                }
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }
}
