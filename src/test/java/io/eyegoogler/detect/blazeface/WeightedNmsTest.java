package io.eyegoogler.detect.blazeface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedNmsTest {

    private static Face face(double score, double x, double size, double eye) {
        return new Face(
                score, new Box(x, 0, size, size), Keypoints.of(Collections.nCopies(6, new Point(eye, 2 * eye))));
    }

    @Test
    void cluster_becomesItsMeanWeightedByScore() {
        List<Face> faces = WeightedNms.suppress(List.of(face(0.6, 2, 10, 1), face(0.9, 0, 10, 4)));

        assertEquals(1, faces.size());
        assertEquals(0.9, faces.get(0).score());
        assertEquals(0.8, faces.get(0).box().x(), 1e-9);
        assertEquals(10, faces.get(0).box().width(), 1e-9);
        assertEquals(2.8, faces.get(0).keypoints().leftEye().x(), 1e-9);
        assertEquals(5.6, faces.get(0).keypoints().leftEarTragion().y(), 1e-9);
    }

    @Test
    void overlapOfExactlyTheThreshold_isAnotherFace() {
        // 10 × 10 over 10 × 3: 0.3 of what both cover; then a little more.
        Face wide = face(0.9, 0, 10, 0);
        Face within = new Face(0.8, new Box(0, 0, 10, 3), wide.keypoints());
        Face more = new Face(0.8, new Box(0, 0, 10, 3.01), wide.keypoints());

        assertEquals(2, WeightedNms.suppress(List.of(wide, within)).size());
        assertEquals(1, WeightedNms.suppress(List.of(wide, more)).size());
    }

    @Test
    void faces_comeBestFirst() {
        List<Face> faces = WeightedNms.suppress(List.of(face(0.6, 0, 5, 0), face(0.9, 100, 5, 0)));

        assertEquals(0.9, faces.get(0).score());
        assertEquals(0.6, faces.get(1).score());
    }

    @Test
    void cluster_isWhatTheBestOneOverlaps() {
        // The best one overlaps both others, which do not overlap each other.
        List<Face> faces =
                WeightedNms.suppress(List.of(face(0.7, 0, 10, 0), face(0.9, 5, 10, 0), face(0.8, 10, 10, 0)));

        assertEquals(1, faces.size());
    }

    @Test
    void boxWithoutArea_isDropped() {
        assertTrue(WeightedNms.suppress(List.of(face(0.9, 0, 0, 0))).isEmpty());
    }
}
