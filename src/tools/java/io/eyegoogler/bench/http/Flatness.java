package io.eyegoogler.bench.http;

import io.eyegoogler.bench.Quantiles;
import java.util.List;

/**
 * Whether a value that is sampled at equal intervals stays flat: the median of the last quarter of the samples doesn't
 * exceed that of the second quarter, but for a tolerance. The first quarter is left out, because a program grows while it
 * warms up.
 *
 * @param early median of the second quarter
 * @param late median of the last quarter
 * @param limit the most that {@code late} may be
 */
public record Flatness(double early, double late, double limit) {

    private static final int QUARTERS = 4;

    /**
     * Of {@code values} in order of time.
     *
     * @param factor tolerated ratio of the last quarter to the second
     * @param more tolerated in addition, in the unit of the values
     */
    public static Flatness of(List<Double> values, double factor, double more) {
        int quarter = values.size() / QUARTERS;
        if (quarter == 0) {
            throw new IllegalArgumentException("Too few values to tell: " + values.size());
        }
        double early = Quantiles.median(values.subList(quarter, 2 * quarter));
        double late = Quantiles.median(values.subList(values.size() - quarter, values.size()));
        return new Flatness(early, late, early * factor + more);
    }

    public boolean isFlat() {
        return late <= limit;
    }
}
