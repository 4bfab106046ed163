package io.eyegoogler.detect;

import io.eyegoogler.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Greedy non-maximum suppression: keeps the best detection and drops those that overlap it, then the next best, and so on. */
public final class GreedyNms {

    private GreedyNms() {}

    /**
     * Returns those of {@code detections} whose box no better one overlaps by more than {@code maxOverlap}, best first.
     *
     * @param maxOverlap intersection over union, 0..1
     */
    public static <T> List<T> suppress(
            List<T> detections, ToDoubleFunction<T> score, Function<T, Box> box, double maxOverlap) {
        List<T> kept = new ArrayList<>();
        detections.stream()
                .sorted(Comparator.comparingDouble(score).reversed())
                .filter(detection -> kept.stream()
                        .noneMatch(
                                better -> box.apply(better).intersectionOverUnion(box.apply(detection)) > maxOverlap))
                .forEachOrdered(kept::add);
        return kept;
    }
}
