package io.eyegoogler.bench;

import java.util.List;

/** Of a number of measurements, how large so many of them are at most. */
public final class Quantiles {

    private final double[] sorted;

    public Quantiles(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** The middle one, or the mean of the two in the middle. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The least value that a share {@code share} of all aren't larger than, 0..1 (nearest rank). */
    public double of(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** The median of {@code values}. */
    public static double median(List<Double> values) {
        return new Quantiles(values).median();
    }
}
