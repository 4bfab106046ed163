package io.eyegoogler.image.webp;

/**
 * A decoded frame before its colors are computed; {@code u} and {@code v} have half of {@code y}'s width and height.
 *
 * @param columns macroblocks in a row
 * @param rows rows of macroblocks
 */
record YuvFrame(SamplePlane y, SamplePlane u, SamplePlane v, int columns, int rows) {

    private static final int SIDE = 16;

    /** Planes for a frame of that many pixels. */
    static YuvFrame of(int width, int height) {
        int columns = (width + SIDE - 1) / SIDE;
        int rows = (height + SIDE - 1) / SIDE;
        return new YuvFrame(
                new SamplePlane(SIDE * columns, SIDE * rows),
                new SamplePlane(SIDE / 2 * columns, SIDE / 2 * rows),
                new SamplePlane(SIDE / 2 * columns, SIDE / 2 * rows),
                columns,
                rows);
    }
}
