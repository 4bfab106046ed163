package io.eyegoogler.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** Reads one number from a photo's EXIF: its orientation, which ImageIO doesn't. */
final class ExifOrientationReader {

    private static final int ORIENTATION_TAG = 0x0112;
    private static final int TYPE_SHORT = 3;
    /** Bytes of an entry of a TIFF directory: tag, type, count, value. */
    private static final int ENTRY_LENGTH = 12;

    private static final int TIFF_MAGIC = 42;
    private static final short LITTLE_ENDIAN = 0x4949;
    private static final short BIG_ENDIAN = 0x4d4d;

    private ExifOrientationReader() {}

    /** What the first of {@code blocks} that states an orientation says; upright where none can be read. */
    static ExifOrientation orientation(List<ByteBuffer> blocks) {
        return blocks.stream()
                .flatMap(block -> inTiff(block).stream())
                .findFirst()
                .orElse(ExifOrientation.UPRIGHT);
    }

    /** The tag in the first directory of a TIFF structure. */
    private static Optional<ExifOrientation> inTiff(ByteBuffer tiff) {
        try {
            short order = tiff.order(ByteOrder.BIG_ENDIAN).getShort(0);
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
                    return ExifOrientation.ofExif(Short.toUnsignedInt(tiff.getShort(entry + 8)));
                }
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }
}
