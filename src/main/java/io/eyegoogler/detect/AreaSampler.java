package io.eyegoogler.detect;

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
    private static final float OPAQUE = 255f;

    private final PhotoPixels photo;

    /** For a photo's pixels; transparent ones count as black. */
    AreaSampler(PhotoPixels photo) {
        this.photo = photo;
    }

    /**
     * Writes the rectangle, resized to {@code columns} × {@code rows} pixels, as red, green, blue, row by row, from
     * {@code target[offset]} on. Each value is {@code v · scale + bias} for v in 0..255; what lies outside the photo
     * has v = 0.
     */
    void sample(Box rectangle, int columns, int rows, float scale, float bias, float[] target, int offset) {
        AxisCoverage across = new AxisCoverage(rectangle.x(), rectangle.width(), columns, photo.width());
        AxisCoverage down = new AxisCoverage(rectangle.y(), rectangle.height(), rows, photo.height());
        RowCache resampled = new RowCache(across);
        float toMean = (float) (scale / (across.width * down.width));
        int rowLength = columns * CHANNELS;
        float[] sum = new float[rowLength];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sum, 0);
            for (int y = down.first[row]; y <= down.last[row]; y++) {
                float share = y == down.first[row]
                        ? down.firstShare[row]
                        : y == down.last[row] ? down.lastShare[row] : 1;
                addScaled(resampled.row(y), share, sum);
            }
            int start = offset + row * rowLength;
            for (int i = 0; i < rowLength; i++) {
                target[start + i] = sum[i] * toMean + bias;
            }
        }
    }

    private static void addScaled(float[] row, float share, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i] * share;
        }
    }

    /** Photo rows summed across; the last two are kept, because neighbouring output rows share them. */
    private final class RowCache {

        private final AxisCoverage across;
        private final float[][] rows;
        private final int[] held = {-1, -1};

        RowCache(AxisCoverage across) {
            this.across = across;
            this.rows = new float[2][across.first.length * CHANNELS];
        }

        float[] row(int y) {
            int slot = y & 1;
            if (held[slot] != y) {
                held[slot] = y;
                if (photo.alpha() == PhotoPixels.OPAQUE) {
                    sumOpaque(y, rows[slot]);
                } else {
                    sumWithAlpha(y, rows[slot]);
                }
            }
            return rows[slot];
        }

        private void sumOpaque(int y, float[] target) {
            byte[] samples = photo.samples();
            int step = photo.pixelStride();
            int red = photo.red();
            int green = photo.green();
            int blue = photo.blue();
            for (int i = 0; i < across.first.length; i++) {
                int p = photo.index(across.first[i], y);
                float head = across.firstShare[i];
                float tail = across.lastShare[i];
                float r = head * (samples[p + red] & 0xff);
                float g = head * (samples[p + green] & 0xff);
                float b = head * (samples[p + blue] & 0xff);
                int whole = across.last[i] - across.first[i] - 1;
                if (whole >= 0) {
                    int sumRed = 0;
                    int sumGreen = 0;
                    int sumBlue = 0;
                    p += step;
                    for (int n = 0; n < whole; n++, p += step) {
                        sumRed += samples[p + red] & 0xff;
                        sumGreen += samples[p + green] & 0xff;
                        sumBlue += samples[p + blue] & 0xff;
                    }
                    r += sumRed + tail * (samples[p + red] & 0xff);
                    g += sumGreen + tail * (samples[p + green] & 0xff);
                    b += sumBlue + tail * (samples[p + blue] & 0xff);
                }
                target[CHANNELS * i] = r;
                target[CHANNELS * i + 1] = g;
                target[CHANNELS * i + 2] = b;
            }
        }

        private void sumWithAlpha(int y, float[] target) {
            byte[] samples = photo.samples();
            for (int i = 0; i < across.first.length; i++) {
                float r = 0;
                float g = 0;
                float b = 0;
                for (int x = across.first[i]; x <= across.last[i]; x++) {
                    int p = photo.index(x, y);
                    float share = x == across.first[i]
                            ? across.firstShare[i]
                            : x == across.last[i] ? across.lastShare[i] : 1;
                    float weight = share * (samples[p + photo.alpha()] & 0xff) / OPAQUE;
                    r += weight * (samples[p + photo.red()] & 0xff);
                    g += weight * (samples[p + photo.green()] & 0xff);
                    b += weight * (samples[p + photo.blue()] & 0xff);
                }
                target[CHANNELS * i] = r;
                target[CHANNELS * i + 1] = g;
                target[CHANNELS * i + 2] = b;
            }
        }
    }
}
