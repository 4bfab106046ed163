package io.eyegoogler.image.strips;

/**
 * How a picture is divided into strips, from the top down. Depends on the picture alone, so that its bytes do not
 * depend on how many threads work on it.
 *
 * @param height rows of the picture
 * @param rows   rows of each strip but the last, which may have fewer
 */
public record StripDivision(int height, int rows) {
    /** How many strips there are. */
    public int count() {
        return (height - 1) / rows + 1;
    }

    /** The first row of a strip. */
    public int top(int strip) {
        return strip * rows;
    }

    /** The row below the last of a strip. */
    public int bottom(int strip) {
        return strip == count() - 1 ? height : top(strip + 1);
    }
}
