package io.eyegoogler.detect;

/**
 * Takes turned squares out of a photo, resized, as the input of a model.
 *
 * <p>In two steps, so that even a face as large as the photo costs little: {@link PhotoSampler} first shrinks the upright
 * square around the turned one to half-pixels of the output, then each output pixel is the mean of four points in
 * that, read by bilinear interpolation.
 */
final class TurnedSampler {

    private static final int CHANNELS = 3;
    /** Points along one side of an output pixel. */
    private static final int POINTS = 1;

    private final PhotoSampler photo;

    TurnedSampler(PhotoSampler photo) {
        this.photo = photo;
    }

    /** Writes a view, resized to {@code size} × {@code size} pixels, as {@link PhotoSampler#sample} does. */
    void sample(View view, int size, float scale, float bias, float[] target, int offset) {
        double side = view.side();
        double turn = view.turn();
        Point centre = view.centre();
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double cell = Math.max(side / size / POINTS, 1);
        int cells = (int) Math.ceil(side * (Math.abs(cos) + Math.abs(sin)) / cell) + POINTS;
        double left = centre.x() - cells * cell / 2;
        double top = centre.y() - cells * cell / 2;
        float[] patch = new float[cells * cells * CHANNELS];
        photo.sample(new Box(left, top, cells * cell, cells * cell), cells, cells, scale, bias, patch, 0);
        average(patch, cells, size, side / (size * POINTS * cell) * cos, side / (size * POINTS * cell) * sin, target, offset);
    }

    /**
     * Writes the output from the patch.
     *
     * @param right how far a step of one point to the right of the output goes to the right in the patch, cells
     * @param down how far it goes down there, cells
     */
    private static void average(
            float[] patch, int cells, int size, double right, double down, float[] target, int offset) {
        double middle = cells / 2.0 - 0.5;
        double first = 0.5 - size * POINTS / 2.0;
        int at = offset;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                for (int point = 0; point < POINTS * POINTS; point++) {
                    double dx = column * POINTS + point % POINTS + first;
                    double dy = row * POINTS + point / POINTS + first;
                    double x = middle + dx * right - dy * down;
                    double y = middle + dx * down + dy * right;
                    int cellX = Math.max(0, Math.min(cells - 2, (int) x));
                    int cellY = Math.max(0, Math.min(cells - 2, (int) y));
                    float toRight = (float) (x - cellX);
                    float toBelow = (float) (y - cellY);
                    float aboveLeft = (1 - toRight) * (1 - toBelow);
                    float aboveRight = toRight * (1 - toBelow);
                    float belowLeft = (1 - toRight) * toBelow;
                    float belowRight = toRight * toBelow;
                    int above = (cellY * cells + cellX) * CHANNELS;
                    int below = above + cells * CHANNELS;
                    red += patch[above] * aboveLeft + patch[above + 3] * aboveRight
                            + patch[below] * belowLeft + patch[below + 3] * belowRight;
                    green += patch[above + 1] * aboveLeft + patch[above + 4] * aboveRight
                            + patch[below + 1] * belowLeft + patch[below + 4] * belowRight;
                    blue += patch[above + 2] * aboveLeft + patch[above + 5] * aboveRight
                            + patch[below + 2] * belowLeft + patch[below + 5] * belowRight;
                }
                target[at++] = red / (POINTS * POINTS);
                target[at++] = green / (POINTS * POINTS);
                target[at++] = blue / (POINTS * POINTS);
            }
        }
    }
}
