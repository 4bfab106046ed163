package io.eyegoogler.detect.sampling;

/**
 * Which source pixels, along one axis, each output pixel covers and by how much.
 *
 * <p>Output pixel i is centred, with half-pixel centres, at {@code start + (i + 0.5) · length / count}. It is the mean
 * over an interval around that centre as wide as one output pixel, and never narrower than one source pixel. So
 * shrinking is area averaging, which doesn't alias; enlarging is bilinear interpolation, which is the same thing: the
 * mean over one source pixel around a point gives its two neighbours just the weights that bilinear interpolation
 * does.
 */
final class AxisWeights {

    /** First and last source pixel of each output pixel; an output pixel wholly outside has last &lt; first. */
    final int[] first;

    final int[] last;
    /** Shares of the first and the last source pixel that are covered, 0..1; those between are covered whole. */
    final float[] firstShare;

    final float[] lastShare;
    /** The most source pixels that any output pixel covers, in whole or in part. */
    final int most;
    /** Source pixels that an output pixel covers, those outside the picture included. */
    final double width;

    /**
     * @param start where the first output pixel begins, in source px; may be outside the picture
     * @param length how far all output pixels reach, in source px
     * @param count output pixels
     * @param size source pixels there are
     */
    AxisWeights(double start, double length, int count, int size) {
        double step = length / count;
        width = Math.max(step, 1);
        first = new int[count];
        last = new int[count];
        firstShare = new float[count];
        lastShare = new float[count];
        int mostSoFar = 0;
        for (int i = 0; i < count; i++) {
            double centre = start + (i + 0.5) * step;
            double from = Math.max(centre - width / 2, 0);
            double to = Math.min(centre + width / 2, size);
            if (to <= from) {
                last[i] = -1;
                continue;
            }
            first[i] = (int) from;
            last[i] = (int) Math.ceil(to) - 1;
            firstShare[i] = (float) (Math.min(to, first[i] + 1.0) - from);
            lastShare[i] = last[i] > first[i] ? (float) (to - last[i]) : 0;
            mostSoFar = Math.max(mostSoFar, last[i] - first[i] + 1);
        }
        most = mostSoFar;
    }
}
