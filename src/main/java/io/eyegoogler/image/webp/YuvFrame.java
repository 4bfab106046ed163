package io.eyegoogler.image.webp;

/**
 * A decoded YUV 4:2:0 frame of whole macroblocks.
 *
 * @param columns macroblocks per row
 * @param rows rows of macroblocks
 */
record YuvFrame(SamplePlane y, SamplePlane u, SamplePlane v, int columns, int rows) {

    private static final int MACROBLOCK = 16;

    /** Allocates a frame of that many pixels. */
    static YuvFrame of(int width, int height) {
        int columns = (width + MACROBLOCK - 1) / MACROBLOCK;
        int rows = (height + MACROBLOCK - 1) / MACROBLOCK;
        return new YuvFrame(
                new SamplePlane(MACROBLOCK * columns, MACROBLOCK * rows),
                new SamplePlane(MACROBLOCK / 2 * columns, MACROBLOCK / 2 * rows),
                new SamplePlane(MACROBLOCK / 2 * columns, MACROBLOCK / 2 * rows),
                columns,
                rows);
    }
}
