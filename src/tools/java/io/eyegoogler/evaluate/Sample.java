package io.eyegoogler.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tallies of some photos, from which figures are taken: as they are, or with each photo so many times.
 *
 * <p>Eye errors are sorted once, so that a quantile of a resample takes one pass and no sort.
 */
final class Sample {

    private record EyeError(double value, int photo) {}

    private final List<Tally> tallies;
    private final List<EyeError> eyeErrors;

    Sample(List<Tally> tallies) {
        this.tallies = List.copyOf(tallies);
        this.eyeErrors = IntStream.range(0, tallies.size())
                .boxed()
                .flatMap(photo -> errors(tallies.get(photo), photo))
                .sorted(Comparator.comparingDouble(EyeError::value))
                .toList();
    }

    private static Stream<EyeError> errors(Tally tally, int photo) {
        return tally.eyeErrors().stream().map(error -> new EyeError(error, photo));
    }

    int photos() {
        return tallies.size();
    }

    /** Each photo once. */
    int[] once() {
        int[] times = new int[tallies.size()];
        Arrays.fill(times, 1);
        return times;
    }

    Sums sums(int[] times) {
        return Sums.of(tallies, times);
    }

    /** The smallest eye error that at least the share {@code q} of errors don't exceed; not a number if none is. */
    double eyeErrorQuantile(double q, int[] times) {
        long total = eyeErrors.stream().mapToLong(error -> times[error.photo]).sum();
        long passed = 0;
        for (EyeError error : eyeErrors) {
            passed += times[error.photo];
            if (passed > 0 && passed >= q * total) {
                return error.value;
            }
        }
        return Double.NaN;
    }
}
