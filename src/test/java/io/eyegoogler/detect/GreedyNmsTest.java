package io.eyegoogler.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Box;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class GreedyNmsTest {

    private record Candidate(double score, Box box) {}

    private static final Candidate BEST = candidate(0.9, 0, 10);
    /** Overlaps the best by half its width: intersection over union is 1/3. */
    private static final Candidate BESIDE = candidate(0.8, 5, 10);
    /** Wholly within the best, a quarter of its area. */
    private static final Candidate WITHIN = candidate(0.7, 0, 5);

    @Test
    void candidatesThatOverlapTooMuch_giveWayToTheBetterOne() {
        assertEquals(List.of(BEST), suppress(Box::intersectionOverUnion, 0.3, BESIDE, BEST));
        assertEquals(List.of(BEST, BESIDE), suppress(Box::intersectionOverUnion, 0.34, BESIDE, BEST));
    }

    @Test
    void overlapOverTheSmallerBox_dropsABoxWithinABox() {
        assertEquals(List.of(BEST, WITHIN), suppress(Box::intersectionOverUnion, 0.7, BEST, WITHIN));
        assertEquals(List.of(BEST), suppress(Box::intersectionOverSmaller, 0.7, BEST, WITHIN));
    }

    @Test
    void candidateThatASuppressedOneOverlaps_isKept() {
        Candidate far = candidate(0.6, 10, 10);
        assertEquals(List.of(BEST, far), suppress(Box::intersectionOverUnion, 0.3, BEST, BESIDE, far));
    }

    private static List<Candidate> suppress(
            ToDoubleBiFunction<Box, Box> overlap, double maxOverlap, Candidate... candidates) {
        return GreedyNms.suppress(List.of(candidates), Candidate::score, Candidate::box, overlap, maxOverlap);
    }

    private static Candidate candidate(double score, double x, double side) {
        return new Candidate(score, new Box(x, 0, side, side));
    }
}
