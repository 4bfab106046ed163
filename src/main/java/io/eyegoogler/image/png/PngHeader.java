package io.eyegoogler.image.png;

/**
 * What a PNG's IHDR chunk says of the pixels (PNG specification, 11.2.1).
 *
 * @param width    px
 * @param height   px
 * @param depth    bits of a sample: 8 or 16, for palette indices also 1, 2, 4
 * @param color    what the samples of a pixel are
 */
record PngHeader(int width, int height, int depth, Color color) {
    /** Colour types with their code and the samples of a pixel. */
    enum Color {
        GRAY(0, 1),
        RGB(2, 3),
        PALETTE(3, 1),
        GRAY_ALPHA(4, 2),
        RGB_ALPHA(6, 4);

        final int code;
        final int samples;

        Color(int code, int samples) {
            this.code = code;
            this.samples = samples;
        }
    }

    PngHeader {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A PNG has at least one pixel, not " + width + "x" + height);
        }
    }

    /** Bytes in a row of pixels, the filter's byte not counted. */
    long rowBytes() {
        return ((long) width * color.samples * depth + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** Bytes from a byte to the one a filter compares it with on its left: those of a pixel, at least one. */
    int filterUnit() {
        return Math.max(1, color.samples * depth / Byte.SIZE);
    }
}
