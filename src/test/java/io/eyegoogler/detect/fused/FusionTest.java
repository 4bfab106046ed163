package io.eyegoogler.detect.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.Keypoints;
import io.eyegoogler.detect.Point;
import io.eyegoogler.detect.View;
import io.eyegoogler.detect.mtcnn.Sighting;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {

    @Test
    void placeOfWhichBothAreSure_isAFace() {
        assertEquals(1, faces(suspect(0.999, 0.999, 0.9, true, 0)));
    }

    @Test
    void placeThatOneDetectorHardlyConfirms_needsTheOtherToBeSure() {
        assertEquals(1, faces(suspect(0.99, 0.99, 0.41, false, 0)));
        assertEquals(0, faces(suspect(0.9, 0.9, 0.41, false, 0)));
        assertEquals(1, faces(suspect(0.3, 0.9, 0.8, false, 0)));
        assertEquals(0, faces(suspect(0.3, 0.5, 0.8, false, 0)));
    }

    @Test
    void placeThatBothCameUponByThemselves_needsLess() {
        assertEquals(0, faces(suspect(0.9, 0.8, 0.5, false, 0)));
        assertEquals(1, faces(suspect(0.9, 0.8, 0.5, true, 0)));
        assertEquals(0, faces(suspect(0.9, 0.1, 0.5, true, 0)));
    }

    @Test
    void faceFoundTwice_isOneFace_theSurer() {
        List<Face> faces = Fusion.faces(List.of(
                suspect(0.98, 0.98, 0.7, true, 0), suspect(0.99, 0.99, 0.9, true, 2), suspect(0.99, 0.99, 0.8, true, 50)));
        assertEquals(2, faces.size());
        assertEquals(0.945, faces.get(0).score(), 1e-9);
        assertEquals(2, faces.get(0).keypoints().rightEye().x());
    }

    private static int faces(Suspect suspect) {
        return Fusion.faces(List.of(suspect)).size();
    }

    private static Suspect suspect(double second, double last, double closeUp, boolean both, double x) {
        Keypoints keypoints = Keypoints.of(Collections.nCopies(Keypoints.COUNT, new Point(x + 1, 1)));
        Face face = new Face(closeUp, new Box(x, 0, 10, 10), keypoints);
        Candidate candidate = new Candidate(new View(new Point(x, 0), 10, 0), both ? 0.3 : 0, both ? 0.5 : 0.3);
        return new Suspect(candidate, sighting(second, x), sighting(second, x), sighting(last, x), face);
    }

    private static Sighting sighting(double score, double x) {
        Point eye = new Point(x, 0);
        return new Sighting(score, new Box(x, 0, 10, 10), eye, eye, eye, eye, eye);
    }
}
