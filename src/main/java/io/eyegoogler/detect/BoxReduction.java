package io.eyegoogler.detect;

import java.util.Arrays;

/** Shrinks a photo by a whole number: each pixel is the mean of a square of them. Transparent pixels count as black. */
final class BoxReduction {

    private static final int CHANNELS = 3;
    private static final int MAX_8_BIT = 255;

    private BoxReduction() {}

    /** {@code photo} shrunk by {@code factor}, 2..64; columns and rows that don't fill a last square are left out. */
    static PhotoPixels reduce(PhotoPixels photo, int factor) {
        int width = photo.width() / factor;
        int height = photo.height() / factor;
        byte[] reduced = new byte[Math.multiplyExact(width * height, CHANNELS)];
        int[] sums = new int[width * CHANNELS];
        int squared = factor * factor;
        for (int row = 0; row < height; row++) {
            // Halves are rounded up in one row and down in the next, or each reduction would brighten the photo.
            Arrays.fill(sums, squared / 2 - (row & 1));
            for (int y = row * factor; y < (row + 1) * factor; y++) {
                addRow(photo, y, factor, sums);
            }
            int start = row * sums.length;
            for (int i = 0; i < sums.length; i++) {
                reduced[start + i] = (byte) (sums[i] / squared);
            }
        }
        return PhotoPixels.ofRgb(reduced, width, height);
    }

    private static void addRow(PhotoPixels photo, int y, int factor, int[] sums) {
        byte[] samples = photo.samples();
        int step = photo.pixelStride();
        int pixel = photo.index(0, y);
        for (int i = 0; i < sums.length; i += CHANNELS) {
            int r = 0;
            int g = 0;
            int b = 0;
            for (int x = 0; x < factor; x++, pixel += step) {
                int red = samples[pixel + photo.red()] & 0xff;
                int green = samples[pixel + photo.green()] & 0xff;
                int blue = samples[pixel + photo.blue()] & 0xff;
                if (photo.alpha() != PhotoPixels.OPAQUE) {
                    int alpha = samples[pixel + photo.alpha()] & 0xff;
                    red = red * alpha / MAX_8_BIT;
                    green = green * alpha / MAX_8_BIT;
                    blue = blue * alpha / MAX_8_BIT;
                }
                r += red;
                g += green;
                b += blue;
            }
            sums[i] += r;
            sums[i + 1] += g;
            sums[i + 2] += b;
        }
    }
}
