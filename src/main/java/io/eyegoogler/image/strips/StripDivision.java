package io.eyegoogler.image.strips;

/**
 * The division of a picture into strips, from the top down. It depends on the picture alone, so that the encoded bytes
 * don't depend on the number of threads.
 *
 * @param height rows of the picture
 * @param rows   rows of each strip but the last, which may have fewer
 */
public record StripDivision(int height, int rows) {
    /** Returns the number of strips. */
    public int count() {
        return (height - 1) / rows + 1;
    }

    /** Returns the first row of a strip. */
    public int top(int strip) {
        return strip * rows;
    }

    /** Returns the row after the last one of a strip. */
    public int bottom(int strip) {
        return strip == count() - 1 ? height : top(strip + 1);
    }
}
