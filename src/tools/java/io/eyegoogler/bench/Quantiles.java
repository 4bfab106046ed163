package io.eyegoogler.bench;

import java.util.List;

/** Quantiles of measurements. */
public final class Quantiles {

    private final double[] sorted;

    public Quantiles(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** Returns the middle value, or the mean of the two in the middle. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the smallest value that at least {@code share} of all values, 0..1, don't exceed (nearest rank). */
    public double of(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** The median of {@code values}. */
    public static double median(List<Double> values) {
        return new Quantiles(values).median();
    }
}
