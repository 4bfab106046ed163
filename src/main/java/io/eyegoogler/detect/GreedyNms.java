package io.eyegoogler.detect;

import io.eyegoogler.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** Many overlapping candidates to few: the best is kept, and those that overlap it too much are dropped. */
public final class GreedyNms {

    private GreedyNms() {}

    /**
     * Those of {@code candidates} that no better one overlaps by more than {@code maxOverlap}, best first.
     *
     * @param overlap of two boxes, 0..1
     */
    public static <T> List<T> suppress(
            List<T> candidates,
            ToDoubleFunction<T> score,
            Function<T, Box> box,
            ToDoubleBiFunction<Box, Box> overlap,
            double maxOverlap) {
        List<T> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparingDouble(score).reversed());
        List<T> kept = new ArrayList<>();
        for (T candidate : sorted) {
            Box here = box.apply(candidate);
            if (kept.stream().noneMatch(better -> overlap.applyAsDouble(box.apply(better), here) > maxOverlap)) {
                kept.add(candidate);
            }
        }
        return kept;
    }
}
