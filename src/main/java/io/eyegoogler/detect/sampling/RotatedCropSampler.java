package io.eyegoogler.detect.sampling;

import static io.eyegoogler.detect.sampling.PhotoSampler.CHANNELS;

import io.eyegoogler.Box;
import io.eyegoogler.Point;

/**
 * Resizes rotated crops of a photo.
 *
 * <p>Works in two steps, so that large crops are fast too: {@link PhotoSampler} first resizes the upright square around
 * the crop to cells of the size of output pixels, then each output pixel is interpolated bilinearly between cells.
 */
final class RotatedCropSampler {

    /** Extra cells: interpolation reads one beyond the crop on each side. */
    private static final int MARGIN = 2;

    private final PhotoSampler photo;

    RotatedCropSampler(PhotoSampler photo) {
        this.photo = photo;
    }

    /** Writes {@code crop}, resized to {@code size} × {@code size} pixels; see {@link PhotoSampler#sample}. */
    void sample(SquareCrop crop, int size, float scale, float bias, float[] target, int offset) {
        double side = crop.side();
        Point center = crop.center();
        double cos = Math.cos(crop.rotation());
        double sin = Math.sin(crop.rotation());
        double cell = Math.max(side / size, 1);
        int cells = (int) Math.ceil(side * (Math.abs(cos) + Math.abs(sin)) / cell - 1e-9) + MARGIN;
        // Equally many more than the output has on both sides, so that pixels rotated by 90° coincide with cells.
        cells += (cells - size) & 1;
        double left = center.x() - cells * cell / 2;
        double top = center.y() - cells * cell / 2;
        float[] patch = new float[cells * cells * CHANNELS];
        photo.sample(new Box(left, top, cells * cell, cells * cell), cells, cells, scale, bias, patch, 0);
        double step = side / (size * cell);
        interpolate(patch, cells, size, step * cos, step * sin, target, offset);
    }

    /**
     * Interpolates the output from {@code patch}.
     *
     * @param right cells to the right in the patch for one pixel to the right in the output
     * @param down cells down in the patch for one pixel to the right in the output
     */
    private static void interpolate(
            float[] patch, int cells, int size, double right, double down, float[] target, int offset) {
        double center = cells / 2.0 - 0.5;
        double first = 0.5 - size / 2.0;
        int at = offset;
        for (int row = 0; row < size; row++) {
            double startX = center + first * right - (row + first) * down;
            double startY = center + first * down + (row + first) * right;
            for (int column = 0; column < size; column++) {
                double x = startX + column * right;
                double y = startY + column * down;
                int cellX = Math.max(0, Math.min(cells - 2, (int) x));
                int cellY = Math.max(0, Math.min(cells - 2, (int) y));
                float fractionX = (float) (x - cellX);
                float fractionY = (float) (y - cellY);
                int above = (cellY * cells + cellX) * CHANNELS;
                int below = above + cells * CHANNELS;
                target[at] = blend(patch, above, below, fractionX, fractionY);
                target[at + 1] = blend(patch, above + 1, below + 1, fractionX, fractionY);
                target[at + 2] = blend(patch, above + 2, below + 2, fractionX, fractionY);
                at += CHANNELS;
            }
        }
    }

    /** Interpolates one channel between the cell at {@code above}, the one below it, and those to their right. */
    private static float blend(float[] patch, int above, int below, float fractionX, float fractionY) {
        float upper = patch[above] + fractionX * (patch[above + CHANNELS] - patch[above]);
        float lower = patch[below] + fractionX * (patch[below + CHANNELS] - patch[below]);
        return upper + fractionY * (lower - upper);
    }
}
