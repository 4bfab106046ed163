package io.eyegoogler.detect.sampling;

/**
 * The resampling weights along one axis: which source pixels each output pixel covers, and how much of them.
 *
 * <p>The center of output pixel i is {@code start + (i + 0.5) · length / count} (half-pixel centers). Its value is the
 * mean over an interval around that center as wide as one output pixel, and at least as wide as one source pixel. So
 * shrinking is area averaging, which doesn't alias, and enlarging is bilinear interpolation: the mean over the width of
 * one source pixel gives its two neighbors exactly the weights of bilinear interpolation.
 */
final class AxisWeights {

    /** First and last source pixel of each output pixel; of one that is entirely outside, last &lt; first. */
    final int[] first;

    final int[] last;
    /** Covered shares of the first and the last source pixel, 0..1; those between are entirely covered. */
    final float[] firstShare;

    final float[] lastShare;
    /** Maximum number of source pixels that an output pixel covers, entirely or partly. */
    final int maxCovered;
    /** Width of an output pixel, source px, including what is outside the image. */
    final double width;

    /**
     * Computes the weights.
     *
     * @param start left edge of the first output pixel, source px; may be outside the image
     * @param length width of all output pixels together, source px
     * @param count number of output pixels
     * @param size number of source pixels
     */
    AxisWeights(double start, double length, int count, int size) {
        double step = length / count;
        width = Math.max(step, 1);
        first = new int[count];
        last = new int[count];
        firstShare = new float[count];
        lastShare = new float[count];
        int max = 0;
        for (int i = 0; i < count; i++) {
            double center = start + (i + 0.5) * step;
            double from = Math.max(center - width / 2, 0);
            double to = Math.min(center + width / 2, size);
            if (to <= from) {
                last[i] = -1;
                continue;
            }
            first[i] = (int) from;
            last[i] = (int) Math.ceil(to) - 1;
            firstShare[i] = (float) (Math.min(to, first[i] + 1.0) - from);
            lastShare[i] = last[i] > first[i] ? (float) (to - last[i]) : 0;
            max = Math.max(max, last[i] - first[i] + 1);
        }
        maxCovered = max;
    }
}
