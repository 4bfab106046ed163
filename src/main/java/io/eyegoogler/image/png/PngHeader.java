package io.eyegoogler.image.png;

/**
 * What the IHDR chunk says about the pixels (PNG specification, 11.2.1), all of which have 8-bit samples.
 *
 * @param width  px
 * @param height px
 * @param alpha  whether pixels are red, green, blue and alpha, or red, green and blue
 */
record PngHeader(int width, int height, boolean alpha) {
    /** Bytes of a pixel without alpha. */
    static final int RGB_BYTES = 3;
    /** Bytes of a pixel with alpha. */
    static final int RGBA_BYTES = 4;

    private static final byte TRUECOLOR = 2;
    private static final byte TRUECOLOR_WITH_ALPHA = 6;

    byte colorType() {
        return alpha ? TRUECOLOR_WITH_ALPHA : TRUECOLOR;
    }

    int pixelBytes() {
        return alpha ? RGBA_BYTES : RGB_BYTES;
    }

    /** Bytes of a row, not counting the filter byte. */
    int rowBytes() {
        return width * pixelBytes();
    }
}
