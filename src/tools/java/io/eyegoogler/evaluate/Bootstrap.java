package io.eyegoogler.evaluate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Intervals by the percentile bootstrap: from {@value #RESAMPLES} resamples, each of as many photos as there are, drawn
 * with replacement.
 *
 * <p>Photos are drawn and not faces, because faces of one photo share its light and its sharpness. Source: B. Efron and
 * R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13. The same annotations and detections always
 * bring the same intervals: {@link Random} is specified to the bit.
 */
final class Bootstrap {

    /** Number of resamples; the book's advice for percentile intervals is 1,000 or more. */
    static final int RESAMPLES = 2_000;
    /** Under this, the draws repeat too few photos to say anything, and an interval would be far too narrow. */
    static final int MIN_PHOTOS = 5;
    /** 95 % upper bound of what was never seen in n photos, times n (the rule of three: -ln 0.05 = 3.00). */
    static final double RULE_OF_THREE = 3;

    private static final long SEED = 1;

    private Bootstrap() {}

    /** The interval of each of {@code metrics} for which there is one. */
    static Map<Metric, Interval> intervals(Sample sample, List<Metric> metrics) {
        Map<Metric, Interval> intervals = new EnumMap<>(Metric.class);
        if (sample.photos() < MIN_PHOTOS) {
            return intervals;
        }
        double[][] values = new double[metrics.size()][RESAMPLES];
        Random random = new Random(SEED);
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int[] times = draw(sample.photos(), random);
            for (int m = 0; m < metrics.size(); m++) {
                values[m][resample] = metrics.get(m).value(sample, times);
            }
        }
        for (int m = 0; m < metrics.size(); m++) {
            addInterval(metrics.get(m), values[m], sample, intervals);
        }
        return intervals;
    }

    private static int[] draw(int photos, Random random) {
        int[] times = new int[photos];
        for (int i = 0; i < photos; i++) {
            times[random.nextInt(photos)]++;
        }
        return times;
    }

    private static void addInterval(Metric metric, double[] values, Sample sample, Map<Metric, Interval> intervals) {
        Sums sums = sample.sums(sample.once());
        if (metric == Metric.FALSE_ALARMS_PER_PHOTO && sums.falseAlarms() == 0 && sums.complete() > 0) {
            intervals.put(metric, new Interval(0, RULE_OF_THREE / sums.complete()));
            return;
        }
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int cut = (int) Math.floor(Interval.TAIL * sorted.length);
        // Draws that are all alike tell what is in the sample, not how sure it is.
        if (sorted.length > 0 && sorted[cut] < sorted[sorted.length - 1 - cut]) {
            intervals.put(metric, new Interval(sorted[cut], sorted[sorted.length - 1 - cut]));
        }
    }
}
