package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Face;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

/** Tells which way up a photo is by the faces that are found in it. */
final class Upright {

    /** A face that was found wrongly because it lies on its side hardly ever scores as much, 0..1. */
    private static final double CLEAR = 0.85;
    /** A face tilted further is nearer to upright in the photo turned by a quarter, radians. */
    private static final double MAX_ROLL = Math.PI / 4;

    private Upright() {}

    /** How much {@code faces} say that the photo is the right way up: the sum of the scores of those that do. */
    static double evidence(List<Face> faces) {
        return faces.stream()
                .filter(face -> face.score() >= CLEAR && Math.abs(face.keypoints().roll()) <= MAX_ROLL)
                .mapToDouble(Face::score)
                .sum();
    }

    /** By how much a photo that isn't upright is to be turned; not at all if nothing speaks for it. */
    static QuarterTurns turns(Function<QuarterTurns, List<Face>> look) {
        QuarterTurns best = QuarterTurns.NONE;
        double most = 0;
        for (QuarterTurns turns : EnumSet.range(QuarterTurns.ONE, QuarterTurns.THREE)) {
            double evidence = evidence(look.apply(turns));
            if (evidence > most) {
                most = evidence;
                best = turns;
            }
        }
        return best;
    }
}
