package io.eyegoogler.detect;

import io.eyegoogler.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Greedy non-maximum suppression: keeps each detection that no better one overlaps. */
public final class GreedyNms {

    private GreedyNms() {}

    /**
     * Returns {@code detections}, best score first, without those that a better one returned overlaps too much.
     *
     * @param maxOverlap maximum intersection over union of two boxes, 0..1
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
