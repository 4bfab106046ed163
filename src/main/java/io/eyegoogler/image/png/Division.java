package io.eyegoogler.image.png;

/**
 * How a picture is divided into strips, from the top down. Depends on the picture alone, so that its bytes do not
 * depend on how many threads work on it.
 *
 * @param height rows of the picture
 * @param rows   rows of each strip but the last, which may have fewer
 */
record Division(int height, int rows) {
    /**
     * Bytes in a strip, unless one row has more. Each strip costs about a hundred bytes for its Huffman code and what
     * joins it to the next; half a megabyte and what is made of it still fit a core's cache.
     */
    private static final int STRIP_BYTES = 512 << 10;

    static Division of(PngHeader header) {
        long rows = STRIP_BYTES / (header.rowBytes() + 1);
        return new Division(header.height(), (int) Math.max(1, Math.min(header.height(), rows)));
    }

    int count() {
        return (height - 1) / rows + 1;
    }

    /** The first row of a strip. */
    int top(int strip) {
        return strip * rows;
    }

    /** The row below the last of a strip. */
    int bottom(int strip) {
        return strip == count() - 1 ? height : top(strip + 1);
    }
}
