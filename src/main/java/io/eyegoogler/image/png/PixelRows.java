package io.eyegoogler.image.png;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * The rows of an image as PNG has them: 8-bit samples in the order red, green, blue, alpha. Safe for use by many
 * threads.
 */
interface PixelRows {
    /** Bytes of the longest row: a strip is at least a row, and several strips are in memory at a time. */
    int MAX_ROW_BYTES = 4 << 20;

    PngHeader header();

    /** Copies row {@code y}, 0 being the top, to {@code into[offset]} and writes no byte beyond it. */
    void read(int y, byte[] into, int offset);

    /**
     * Returns the rows of an image of 8-bit sRGB without alpha or with alpha that isn't premultiplied; empty for other
     * images and for rows longer than {@link #MAX_ROW_BYTES}.
     */
    static Optional<PixelRows> of(BufferedImage image) {
        long rowBytes = (long) image.getWidth() * image.getColorModel().getNumComponents();
        if (rowBytes > MAX_ROW_BYTES || !image.getColorModel().getColorSpace().isCS_sRGB()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (image.getType()) {
                    case BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR -> InterleavedRows.of(image);
                    case BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_BGR, BufferedImage.TYPE_INT_ARGB ->
                        PackedRows.of(image);
                    default -> null;
                });
    }
}
