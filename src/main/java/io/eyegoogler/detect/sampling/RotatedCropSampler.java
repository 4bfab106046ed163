package io.eyegoogler.detect.sampling;

import io.eyegoogler.Box;
import io.eyegoogler.Point;

/**
 * Takes turned squares out of a photo, resized, as the input of a model.
 *
 * <p>In two steps, so that even a face as large as the photo costs little: {@link PhotoSampler} first shrinks the upright
 * square around the turned one to pixels of the output's size, then each output pixel is read from that by bilinear
 * interpolation.
 */
final class RotatedCropSampler {

    private static final int CHANNELS = 3;
    /** Interpolation reads one cell beyond on either side. */
    private static final int MARGIN = 2;

    private final PhotoSampler photo;

    RotatedCropSampler(PhotoSampler photo) {
        this.photo = photo;
    }

    /** Writes a view, resized to {@code size} × {@code size} pixels, as {@link PhotoSampler#sample} does. */
    void sample(SquareCrop view, int size, float scale, float bias, float[] target, int offset) {
        double side = view.side();
        double turn = view.turn();
        Point center = view.centre();
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double cell = Math.max(side / size, 1);
        int cells = (int) Math.ceil(side * (Math.abs(cos) + Math.abs(sin)) / cell - 1e-9) + MARGIN;
        // As many more than the output has on either side, so that pixels turned by quarters lie on cells.
        cells += (cells - size) & 1;
        double left = center.x() - cells * cell / 2;
        double top = center.y() - cells * cell / 2;
        float[] patch = new float[cells * cells * CHANNELS];
        photo.sample(new Box(left, top, cells * cell, cells * cell), cells, cells, scale, bias, patch, 0);
        double step = side / (size * cell);
        interpolate(patch, cells, size, step * cos, step * sin, target, offset);
    }

    /**
     * Writes the output from the patch.
     *
     * @param right how far a step of one pixel to the right in the output goes to the right in the patch, cells
     * @param down how far it goes down there, cells
     */
    private static void interpolate(
            float[] patch, int cells, int size, double right, double down, float[] target, int offset) {
        double middle = cells / 2.0 - 0.5;
        double first = 0.5 - size / 2.0;
        int at = offset;
        for (int row = 0; row < size; row++) {
            double dy = row + first;
            for (int column = 0; column < size; column++) {
                double dx = column + first;
                double x = middle + dx * right - dy * down;
                double y = middle + dx * down + dy * right;
                int cellX = Math.max(0, Math.min(cells - 2, (int) x));
                int cellY = Math.max(0, Math.min(cells - 2, (int) y));
                float toRight = (float) (x - cellX);
                float toBelow = (float) (y - cellY);
                int above = (cellY * cells + cellX) * CHANNELS;
                int below = above + cells * CHANNELS;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    float onTop = patch[above] + toRight * (patch[above + CHANNELS] - patch[above]);
                    float under = patch[below] + toRight * (patch[below + CHANNELS] - patch[below]);
                    target[at++] = onTop + toBelow * (under - onTop);
                    above++;
                    below++;
                }
            }
        }
    }
}
