package io.eyegoogler.detect.sampling;

import static io.eyegoogler.detect.sampling.PhotoSampler.CHANNELS;

import io.eyegoogler.Box;
import java.util.Arrays;

/**
 * Resizes rectangles of an image by area averaging, to floats.
 *
 * <p>Why not Java2D: it subsamples when it shrinks, and the aliasing moves the eyes that a model locates by up to a
 * tenth of their distance; and it would create an intermediate image. This class reads each source pixel once, in
 * place.
 */
final class AreaSampler {

    private final InterleavedPixels pixels;

    /** Creates a sampler of {@code pixels}; transparent ones are black. */
    AreaSampler(InterleavedPixels pixels) {
        this.pixels = pixels;
    }

    /** Writes the rectangle, px of the image, to {@code target}; see {@link PhotoSampler#sample}. */
    void sample(Box rectangle, int columns, int rows, float scale, float bias, float[] target, int offset) {
        if (Math.abs(pixels.pixelStride()) > Math.abs(pixels.rowStride())) {
            // The image is transposed in memory; reading it in memory order is faster.
            Box inMemory = new Box(rectangle.y(), rectangle.x(), rectangle.height(), rectangle.width());
            new AreaSampler(pixels.transposed())
                    .sample(inMemory, rows, columns, scale, bias, target, offset, CHANNELS, columns * CHANNELS);
        } else {
            sample(rectangle, columns, rows, scale, bias, target, offset, columns * CHANNELS, CHANNELS);
        }
    }

    /** Writes rows that are {@code rowStride} floats apart, and pixels that are {@code pixelStride} floats apart. */
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
        AxisWeights across = new AxisWeights(rectangle.x(), rectangle.width(), columns, pixels.width());
        AxisWeights down = new AxisWeights(rectangle.y(), rectangle.height(), rows, pixels.height());
        HorizontalPass horizontal = new HorizontalPass(pixels, across);
        float toMean = (float) (scale / (across.width * down.width));
        float[] sum = new float[columns * CHANNELS];
        for (int row = 0; row < rows; row++) {
            int first = down.first[row];
            int last = down.last[row];
            if (last < first) {
                Arrays.fill(sum, 0);
            } else {
                scale(horizontal.row(first), down.firstShare[row], sum);
            }
            for (int y = first + 1; y <= last; y++) {
                addScaled(horizontal.row(y), y == last ? down.lastShare[row] : 1, sum);
            }
            write(sum, toMean, bias, target, offset + row * rowStride, pixelStride);
        }
    }

    // Loops so plain that the JIT compiler can vectorize them.

    private static void scale(float[] row, float share, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = row[i] * share;
        }
    }

    private static void addScaled(float[] row, float share, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i] * share;
        }
    }

    private static void write(float[] sum, float toMean, float bias, float[] target, int offset, int pixelStride) {
        if (pixelStride == CHANNELS) {
            for (int i = 0; i < sum.length; i++) {
                target[offset + i] = sum[i] * toMean + bias;
            }
            return;
        }
        for (int i = 0, at = offset; i < sum.length; i += CHANNELS, at += pixelStride) {
            target[at] = sum[i] * toMean + bias;
            target[at + 1] = sum[i + 1] * toMean + bias;
            target[at + 2] = sum[i + 2] * toMean + bias;
        }
    }
}
