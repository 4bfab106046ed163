package io.eyegoogler.bench.http;

import io.eyegoogler.bench.Quantiles;
import java.util.List;

/**
 * Whether something that was looked at in equal intervals stays as it is: in its last quarter the median is no more
 * than in the second, but for a tolerance. The first quarter doesn't count, for all that grows while a program warms
 * up.
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
     * @param factor on what the second quarter had, and
     * @param more beside, that the last quarter may have
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
