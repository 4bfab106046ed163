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
    private static final int POINTS = 2;

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
        double step = side / (size * POINTS * cell);
        double middle = cells / 2.0 - 0.5;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                int at = offset + (row * size + column) * CHANNELS;
                target[at] = target[at + 1] = target[at + 2] = 0;
                for (int point = 0; point < POINTS * POINTS; point++) {
                    double dx = (column * POINTS + point % POINTS + 0.5 - size * POINTS / 2.0) * step;
                    double dy = (row * POINTS + point / POINTS + 0.5 - size * POINTS / 2.0) * step;
                    addBilinear(patch, cells, middle + dx * cos - dy * sin, middle + dx * sin + dy * cos, target, at);
                }
            }
        }
    }

    /** Adds a point's share of the mean; (x, y) counts from the middle of the patch's first cell. */
    private static void addBilinear(float[] patch, int cells, double x, double y, float[] target, int at) {
        int column = Math.max(0, Math.min(cells - 2, (int) x));
        int row = Math.max(0, Math.min(cells - 2, (int) y));
        float right = (float) (x - column);
        float down = (float) (y - row);
        int above = (row * cells + column) * CHANNELS;
        int below = above + cells * CHANNELS;
        for (int channel = 0; channel < CHANNELS; channel++) {
            float upper = patch[above + channel] * (1 - right) + patch[above + CHANNELS + channel] * right;
            float lower = patch[below + channel] * (1 - right) + patch[below + CHANNELS + channel] * right;
            target[at + channel] += (upper * (1 - down) + lower * down) / (POINTS * POINTS);
        }
    }
}
