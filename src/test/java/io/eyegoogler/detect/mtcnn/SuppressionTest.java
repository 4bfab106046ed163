package io.eyegoogler.detect.mtcnn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.detect.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final Proposal BEST = proposal(0.9, 0, 0, 10);
    /** Overlaps the best by half its width: intersection over union is 1/3. */
    private static final Proposal BESIDE = proposal(0.8, 5, 0, 10);
    /** Wholly within the best, a quarter of its area. */
    private static final Proposal WITHIN = proposal(0.7, 0, 0, 5);

    @Test
    void proposalsThatOverlapTooMuch_giveWayToTheBetterOne() {
        assertEquals(List.of(BEST), Suppression.suppress(List.of(BESIDE, BEST), 0.3));
        assertEquals(List.of(BEST, BESIDE), Suppression.suppress(List.of(BESIDE, BEST), 0.34));
    }

    @Test
    void overlapOverTheSmallerBox_dropsABoxWithinABox() {
        assertEquals(List.of(BEST, WITHIN), Suppression.suppress(List.of(BEST, WITHIN), 0.7));
        assertEquals(
                List.of(BEST),
                Suppression.suppress(
                        List.of(BEST, WITHIN), Proposal::score, Proposal::seen, Box::intersectionOverSmaller, 0.7));
    }

    @Test
    void proposalThatASuppressedOneOverlaps_isKept() {
        Proposal far = proposal(0.6, 10, 0, 10);
        assertEquals(List.of(BEST, far), Suppression.suppress(List.of(BEST, BESIDE, far), 0.3));
    }

    @Test
    void offsets_areInSidesOfTheBox() {
        Proposal moved = Proposal.of(1, new Box(10, 20, 40, 40), new float[] {0.25f, 0, -0.25f, 0.5f}, 0);
        assertEquals(new Box(20, 20, 20, 60), moved.refined());
        assertEquals(new Box(0, 20, 60, 60), moved.square());
    }

    private static Proposal proposal(double score, double x, double y, double side) {
        Box box = new Box(x, y, side, side);
        return new Proposal(score, box, box);
    }
}
