package io.eyegoogler.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * How one detector did on all photos.
 *
 * @param name the detector's
 * @param runs every photo that could be evaluated
 * @param slices in the order of the reports
 */
public record Evaluation(String name, List<PhotoRun> runs, Figures overall, List<SliceFigures> slices) {

    private static final double MEDIAN = 0.5;

    static Evaluation of(String name, List<PhotoRun> runs) {
        List<Tally> tallies = runs.stream()
                .map(run -> Tally.ofPhoto(run.photo(), run.score()))
                .toList();
        Figures overall = Figures.of(tallies);
        return new Evaluation(name, List.copyOf(runs), overall, SliceFigures.of(runs, overall));
    }

    /** Median time to decode a photo, ms. */
    public double decodeMs() {
        return median(runs.stream().mapToDouble(PhotoRun::decodeMs).sorted().toArray());
    }

    /** Median time to find the faces in a decoded photo, ms. */
    public double detectMs() {
        return median(runs.stream().mapToDouble(PhotoRun::detectMs).sorted().toArray());
    }

    /** Figures of one slice, or of all photos if none is named; none if no photo or face is of that slice. */
    Optional<Figures> figures(Optional<Slice> slice) {
        return slice.isEmpty()
                ? Optional.of(overall)
                : slices.stream()
                        .filter(part ->
                                part.slice().toString().equals(slice.get().toString()))
                        .map(SliceFigures::figures)
                        .findFirst();
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * MEDIAN)];
    }
}
