package io.eyegoogler.detect.sampling;

/**
 * Rows of a photo summed across, [output column][red, green, blue]; the last two are kept, because neighbouring output
 * rows share them.
 */
final class HorizontalPass {

    private static final int CHANNELS = 3;
    private static final float OPAQUE = 255f;
    /** As many as an output pixel of 1 to 2 px can cover. */
    private static final int FEW = 3;

    private final InterleavedPixels photo;
    private final AxisWeights across;
    private final float[][] rows;
    private final int[] held = {-1, -1};

    HorizontalPass(InterleavedPixels photo, AxisWeights across) {
        this.photo = photo;
        this.across = across;
        this.rows = new float[2][across.first.length * CHANNELS];
    }

    float[] row(int y) {
        int slot = y & 1;
        if (held[slot] != y) {
            held[slot] = y;
            if (photo.alpha() != InterleavedPixels.OPAQUE) {
                sumWithAlpha(y, rows[slot]);
            } else if (across.most == 1) {
                copy(y, rows[slot]);
            } else if (across.most <= FEW) {
                sumFew(y, rows[slot]);
            } else {
                sumMany(y, rows[slot]);
            }
        }
        return rows[slot];
    }

    /** Where each output pixel covers one, whole or in part. */
    private void copy(int y, float[] target) {
        byte[] samples = photo.samples();
        int row = photo.index(0, y);
        int step = photo.pixelStride();
        for (int i = 0; i < across.first.length; i++) {
            int p = row + across.first[i] * step;
            float share = across.firstShare[i];
            target[CHANNELS * i] = share * (samples[p + photo.red()] & 0xff);
            target[CHANNELS * i + 1] = share * (samples[p + photo.green()] & 0xff);
            target[CHANNELS * i + 2] = share * (samples[p + photo.blue()] & 0xff);
        }
    }

    /** Where no output pixel covers more than three: without branches, which nothing could foresee. */
    private void sumFew(int y, float[] target) {
        byte[] samples = photo.samples();
        int red = photo.index(0, y) + photo.red();
        int green = photo.index(0, y) + photo.green();
        int blue = photo.index(0, y) + photo.blue();
        int step = photo.pixelStride();
        int[] firsts = across.first;
        int[] lasts = across.last;
        for (int i = 0; i < firsts.length; i++) {
            int last = Math.max(firsts[i], lasts[i]);
            int p = firsts[i] * step;
            int q = Math.min(firsts[i] + 1, last) * step;
            int s = last * step;
            float head = across.firstShare[i];
            float whole = Math.max(0, last - firsts[i] - 1);
            float tail = across.lastShare[i];
            target[CHANNELS * i] = head * (samples[red + p] & 0xff)
                    + (whole * (samples[red + q] & 0xff) + tail * (samples[red + s] & 0xff));
            target[CHANNELS * i + 1] = head * (samples[green + p] & 0xff)
                    + (whole * (samples[green + q] & 0xff) + tail * (samples[green + s] & 0xff));
            target[CHANNELS * i + 2] = head * (samples[blue + p] & 0xff)
                    + (whole * (samples[blue + q] & 0xff) + tail * (samples[blue + s] & 0xff));
        }
    }

    private void sumMany(int y, float[] target) {
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
                float share =
                        x == across.first[i] ? across.firstShare[i] : x == across.last[i] ? across.lastShare[i] : 1;
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
