package io.eyegoogler.image.png;

import io.eyegoogler.image.PixelBytes;
import io.eyegoogler.image.PixelLayout;
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
     * Returns the rows of an image of the canonical {@link PixelLayout}; empty for other images and for rows longer
     * than {@link #MAX_ROW_BYTES}.
     */
    static Optional<PixelRows> of(BufferedImage image) {
        PngHeader header = new PngHeader(
                image.getWidth(), image.getHeight(), image.getColorModel().hasAlpha());
        return PixelLayout.isCanonical(image) && header.rowBytes() <= MAX_ROW_BYTES
                ? Optional.of(new InterleavedRows(header, PixelBytes.of(image)))
                : Optional.empty();
    }
}
