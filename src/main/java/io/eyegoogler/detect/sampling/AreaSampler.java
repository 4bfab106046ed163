package io.eyegoogler.detect.sampling;

import io.eyegoogler.Box;
import java.util.Arrays;

/**
 * Takes rectangles out of one photo, resized, as the input of a model.
 *
 * <p>Why not Java2D: its scaling reads single pixels when it shrinks and so aliases, which moves the eyes that a model
 * finds by up to a tenth of their distance; and it would make a second picture first. This reads every source pixel
 * under an output pixel once, where it lies, and writes floats.
 */
final class AreaSampler {

    private static final int CHANNELS = 3;

    private final InterleavedPixels photo;

    /** For a photo's pixels; transparent ones count as black. */
    AreaSampler(InterleavedPixels photo) {
        this.photo = photo;
    }

    /**
     * Writes the rectangle, resized to {@code columns} × {@code rows} pixels, as red, green, blue, row by row, from
     * {@code target[offset]} on. Each value is {@code v · scale + bias} for v in 0..255; what lies outside the photo
     * has v = 0.
     */
    void sample(Box rectangle, int columns, int rows, float scale, float bias, float[] target, int offset) {
        if (Math.abs(photo.pixelStride()) > Math.abs(photo.rowStride())) {
            // The photo lies on its side: its bytes are read in the order of memory all the same, which is faster.
            Box upright = new Box(rectangle.y(), rectangle.x(), rectangle.height(), rectangle.width());
            new AreaSampler(photo.transposed())
                    .sample(upright, rows, columns, scale, bias, target, offset, CHANNELS, columns * CHANNELS);
        } else {
            sample(rectangle, columns, rows, scale, bias, target, offset, columns * CHANNELS, CHANNELS);
        }
    }

    /** Likewise; from a row of the target to the next are {@code rowStride} floats. */
    private void sample(
            Box rectangle,
            int columns,
            int rows,
            float scale,
            float bias,
            float[] target,
            int offset,
            int rowStride,
            int pixelStride) {
        AxisWeights across = new AxisWeights(rectangle.x(), rectangle.width(), columns, photo.width());
        AxisWeights down = new AxisWeights(rectangle.y(), rectangle.height(), rows, photo.height());
        HorizontalPass sums = new HorizontalPass(photo, across);
        float toMean = (float) (scale / (across.width * down.width));
        float[] sum = new float[columns * CHANNELS];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sum, 0);
            for (int y = down.first[row]; y <= down.last[row]; y++) {
                float share =
                        y == down.first[row] ? down.firstShare[row] : y == down.last[row] ? down.lastShare[row] : 1;
                addScaled(sums.row(y), share, sum);
            }
            int at = offset + row * rowStride;
            for (int i = 0; i < sum.length; i += CHANNELS, at += pixelStride) {
                target[at] = sum[i] * toMean + bias;
                target[at + 1] = sum[i + 1] * toMean + bias;
                target[at + 2] = sum[i + 2] * toMean + bias;
            }
        }
    }

    private static void addScaled(float[] row, float share, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i] * share;
        }
    }
}
