package io.eyegoogler.detect.sampling;

import static io.eyegoogler.detect.sampling.PhotoSampler.CHANNELS;

/**
 * The horizontal pass of area averaging: weighted sums along a row of source pixels, [output column][red, green, blue].
 * The last two rows are cached, because neighboring output rows share them.
 */
final class HorizontalPass {

    private static final float MAX_ALPHA = 255f;
    /** Maximum number of source pixels that an output pixel of 1 to 2 px can cover. */
    private static final int FEW = 3;

    private final InterleavedPixels pixels;
    private final AxisWeights across;
    private final float[][] rows;
    private final int[] cached = {-1, -1};
    /**
     * Offsets of the first, the middle and the last source pixel that each output pixel covers, bytes from the row's first
     * pixel; empty if one covers more than {@link #FEW}.
     */
    private final int[] offsets;
    /** Covered shares of these three source pixels, 0..1. */
    private final float[] shares;

    HorizontalPass(InterleavedPixels pixels, AxisWeights across) {
        this.pixels = pixels;
        this.across = across;
        this.rows = new float[2][across.first.length * CHANNELS];
        this.offsets = new int[across.maxCovered <= FEW ? across.first.length * FEW : 0];
        this.shares = new float[offsets.length];
        for (int i = 0; i < offsets.length; i += FEW) {
            int first = across.first[i / FEW];
            int last = Math.max(first, across.last[i / FEW]);
            offsets[i] = first * pixels.pixelStride();
            offsets[i + 1] = Math.min(first + 1, last) * pixels.pixelStride();
            offsets[i + 2] = last * pixels.pixelStride();
            shares[i] = across.firstShare[i / FEW];
            shares[i + 1] = Math.max(0, last - first - 1);
            shares[i + 2] = across.lastShare[i / FEW];
        }
    }

    /** Returns the sums along source row {@code y}; valid until another row is asked for. */
    float[] row(int y) {
        int slot = y & 1;
        if (cached[slot] != y) {
            cached[slot] = y;
            if (pixels.alpha() != InterleavedPixels.OPAQUE) {
                sumWithAlpha(y, rows[slot]);
            } else if (across.maxCovered == 1) {
                copy(y, rows[slot]);
            } else if (across.maxCovered <= FEW) {
                sumFew(y, rows[slot]);
            } else {
                sumMany(y, rows[slot]);
            }
        }
        return rows[slot];
    }

    /** Handles output pixels that each cover one source pixel, entirely or partly; twice as fast as {@link #sumFew}. */
    private void copy(int y, float[] target) {
        byte[] samples = pixels.samples();
        int row = pixels.index(0, y);
        for (int i = 0, at = 0; i < across.first.length; i++, at += CHANNELS) {
            int p = row + across.first[i] * pixels.pixelStride();
            float share = across.firstShare[i];
            target[at] = share * (samples[p + pixels.red()] & 0xff);
            target[at + 1] = share * (samples[p + pixels.green()] & 0xff);
            target[at + 2] = share * (samples[p + pixels.blue()] & 0xff);
        }
    }

    /** Handles output pixels that each cover at most three source pixels, without unpredictable branches. */
    private void sumFew(int y, float[] target) {
        byte[] samples = pixels.samples();
        int red = pixels.index(0, y) + pixels.red();
        int green = pixels.index(0, y) + pixels.green();
        int blue = pixels.index(0, y) + pixels.blue();
        // An output pixel has as many channels as offsets: three.
        for (int i = 0; i < target.length; i += FEW) {
            int p = offsets[i];
            int q = offsets[i + 1];
            int s = offsets[i + 2];
            float head = shares[i];
            float whole = shares[i + 1];
            float tail = shares[i + 2];
            target[i] = head * (samples[red + p] & 0xff)
                    + (whole * (samples[red + q] & 0xff) + tail * (samples[red + s] & 0xff));
            target[i + 1] = head * (samples[green + p] & 0xff)
                    + (whole * (samples[green + q] & 0xff) + tail * (samples[green + s] & 0xff));
            target[i + 2] = head * (samples[blue + p] & 0xff)
                    + (whole * (samples[blue + q] & 0xff) + tail * (samples[blue + s] & 0xff));
        }
    }

    private void sumMany(int y, float[] target) {
        byte[] samples = pixels.samples();
        int step = pixels.pixelStride();
        int red = pixels.red();
        int green = pixels.green();
        int blue = pixels.blue();
        for (int i = 0; i < across.first.length; i++) {
            int p = pixels.index(across.first[i], y);
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
        byte[] samples = pixels.samples();
        for (int i = 0; i < across.first.length; i++) {
            float r = 0;
            float g = 0;
            float b = 0;
            for (int x = across.first[i]; x <= across.last[i]; x++) {
                int p = pixels.index(x, y);
                float share =
                        x == across.first[i] ? across.firstShare[i] : x == across.last[i] ? across.lastShare[i] : 1;
                float weight = share * (samples[p + pixels.alpha()] & 0xff) / MAX_ALPHA;
                r += weight * (samples[p + pixels.red()] & 0xff);
                g += weight * (samples[p + pixels.green()] & 0xff);
                b += weight * (samples[p + pixels.blue()] & 0xff);
            }
            target[CHANNELS * i] = r;
            target[CHANNELS * i + 1] = g;
            target[CHANNELS * i + 2] = b;
        }
    }
}
