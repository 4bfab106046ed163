package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes faces of what both detectors say: drops what they don't agree on, and all but the best of the same face. */
final class Fusion {

    /** Faces whose boxes overlap more are one and the same, intersection over union. */
    private static final double SAME_FACE = 0.4;

    private Fusion() {}

    /** The faces among {@code suspects}, best score first. */
    static List<Face> faces(List<Suspect> suspects) {
        List<Suspect> kept = new ArrayList<>();
        suspects.stream()
                .filter(Suspect::isFace)
                .sorted(Comparator.comparingDouble(Suspect::score).reversed())
                .filter(suspect -> kept.stream().noneMatch(better -> same(better, suspect)))
                .forEachOrdered(kept::add);
        return kept.stream().map(Suspect::face).toList();
    }

    private static boolean same(Suspect one, Suspect other) {
        return one.last().box().intersectionOverUnion(other.last().box()) > SAME_FACE;
    }
}
