package io.eyegoogler.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreedyNmsTest {

    private record Detection(double score, Box box) {}

    private static final Detection BEST = detection(0.9, 0);
    /** Overlaps the best by half its width: intersection over union is 1/3. */
    private static final Detection NEXT = detection(0.8, 5);

    @Test
    void detectionsThatOverlapABetterOneTooMuch_areDropped() {
        assertEquals(List.of(BEST), suppress(0.3, NEXT, BEST));
        assertEquals(List.of(BEST, NEXT), suppress(0.34, NEXT, BEST));
    }

    @Test
    void detectionThatOnlyADroppedOneOverlaps_isKept() {
        Detection far = detection(0.6, 10);
        assertEquals(List.of(BEST, far), suppress(0.3, BEST, NEXT, far));
    }

    private static List<Detection> suppress(double maxOverlap, Detection... detections) {
        return GreedyNms.suppress(List.of(detections), Detection::score, Detection::box, maxOverlap);
    }

    private static Detection detection(double score, double x) {
        return new Detection(score, new Box(x, 0, 10, 10));
    }
}
