package io.eyegoogler.evaluate;

import io.eyegoogler.Box;
import io.eyegoogler.Point;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A face as a person marked it.
 *
 * @param box px of the upright photo; what of the face it holds differs from set to set, so nothing is matched on it
 * @param eyes both; the one that can be seen; or none, where the annotation gives none
 * @param ignored too blurred or turned away to count: neither a miss nor, when found, a false alarm
 * @param slices that it belongs to, its photo's aside
 */
public record AnnotatedFace(Box box, List<Point> eyes, boolean ignored, Set<Slice> slices) {

    private static final int BOTH = 2;

    public AnnotatedFace {
        eyes = List.copyOf(eyes);
        slices = Set.copyOf(slices);
        if (!(box.width() > 0 && box.height() > 0)) {
            throw new IllegalArgumentException("A face's box has a width and a height above 0");
        }
        if (eyes.size() > BOTH || eyes.stream().distinct().count() < eyes.size()) {
            throw new IllegalArgumentException("A face has at most two eyes, in different places");
        }
    }

    /** Both eyes, where both are given. */
    Optional<EyePair> eyePair() {
        return eyes.size() == BOTH ? Optional.of(new EyePair(eyes.get(0), eyes.get(1))) : Optional.empty();
    }

    /** The place by which a detection is known to lie on it: between its eyes; its only eye; its box's middle. */
    Point anchor() {
        return eyePair().map(EyePair::middle).orElseGet(() -> eyes.isEmpty() ? box.middle() : eyes.get(0));
    }
}
