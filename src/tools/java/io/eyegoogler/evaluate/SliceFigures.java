package io.eyegoogler.evaluate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one detector did on one slice.
 *
 * @param worse the metrics whose whole interval here is worse than the overall figure. One slice in forty is flagged
 *     by chance alone; one flagged again on other photos is not.
 */
public record SliceFigures(Slice slice, Figures figures, Set<Metric> worse) {

    /** A property with more values than this tells single faces apart, as an id does, and makes no slices. */
    static final int MAX_VALUES = 50;

    /** Figures of every slice that the photos or faces of {@code runs} belong to. */
    static List<SliceFigures> of(List<PhotoRun> runs, Figures overall) {
        Map<Slice, List<Tally>> tallies = new TreeMap<>();
        for (PhotoRun run : runs) {
            tallies(run).forEach((slice, tally) -> tallies.computeIfAbsent(slice, s -> new ArrayList<>())
                    .add(tally));
        }
        Map<String, Long> values =
                tallies.keySet().stream().collect(Collectors.groupingBy(Slice::group, Collectors.counting()));
        return tallies.entrySet().stream()
                .filter(entry -> values.get(entry.getKey().group()) <= MAX_VALUES)
                .map(entry -> of(entry.getKey(), Figures.of(entry.getValue()), overall))
                .toList();
    }

    private static SliceFigures of(Slice slice, Figures figures, Figures overall) {
        Set<Metric> worse = EnumSet.allOf(Metric.class);
        worse.removeIf(metric -> !figures.isWorseThan(overall, metric));
        return new SliceFigures(slice, figures, worse);
    }

    /** A photo counts whole to its own slices, and with single faces to theirs. */
    private static Map<Slice, Tally> tallies(PhotoRun run) {
        Map<Slice, Tally> tallies = run.score().faces().stream()
                .flatMap(score -> score.face().slices().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), slice -> tally(run, slice)));
        run.photo().slices().forEach(slice -> tallies.put(slice, Tally.ofPhoto(run.photo(), run.score())));
        return tallies;
    }

    private static Tally tally(PhotoRun run, Slice slice) {
        return Tally.ofFaces(run.score().faces().stream()
                .filter(score -> score.face().slices().contains(slice))
                .toList());
    }
}
