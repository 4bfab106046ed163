package io.eyegoogler.detect.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import io.eyegoogler.detect.mtcnn.MtcnnDetection;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaceFusionTest {

    private static final double NOTHING = 0;

    @Test
    void placeOfWhichAllAreSure_isAFace() {
        assertEquals(1, faces(suspect(0.99, 0.999, 0.9, 0)));
    }

    @Test
    void placeThatBlazeFaceDoesNotConfirm_needsTheOthersToBeSure() {
        assertEquals(1, faces(suspect(0.3, 0.98, NOTHING, 0)));
        assertEquals(0, faces(suspect(0.3, 0.95, NOTHING, 0)));
        assertEquals(1, faces(suspect(0.95, 0.95, NOTHING, 0)));
        assertEquals(0, faces(suspect(0.95, 0.8, NOTHING, 0)));
    }

    @Test
    void placeOfWhichONetIsInDoubt_needsAClearYesOfBlazeFace() {
        assertEquals(1, faces(suspect(0.95, 0.45, 0.8, 0)));
        assertEquals(0, faces(suspect(0.95, 0.8, 0.7, 0)));
        assertEquals(0, faces(suspect(0.95, 0.2, 0.9, 0)));
    }

    @Test
    void placeThatOnlyBlazeFaceCameUpon_mustBeSeenAgain() {
        assertEquals(0, faces(suspect(NOTHING, 0.99, NOTHING, 0)));
        assertEquals(1, faces(suspect(NOTHING, 0.99, 0.4, 0)));
        assertEquals(0, faces(suspect(NOTHING, 0.95, 0.4, 0)));
    }

    @Test
    void faceFoundTwice_isOneFace_theSurer() {
        List<Face> faces = FaceFusion.faces(
                List.of(suspect(1, 0.98, 0.7, 0), suspect(1, 0.99, 0.9, 2), suspect(1, 0.99, 0.8, 50)), List.of());
        assertEquals(2, faces.size());
        assertEquals(0.945, faces.get(0).score(), 1e-9);
        // A fifth of the way from O-Net's eye to BlazeFace's.
        assertEquals(2.2, faces.get(0).keypoints().rightEye().x(), 1e-9);
    }

    @Test
    void profile_isAFaceWhereThereIsNoOther() {
        Face there = new Face(0.6, new Box(50, 0, 10, 10), keypoints(50));
        Face again = new Face(0.6, new Box(0, 0, 15, 15), keypoints(0));
        List<Face> faces = FaceFusion.faces(List.of(suspect(1, 0.99, 0.9, 0)), List.of(again, there));
        assertEquals(2, faces.size());
        assertEquals(there, faces.get(1));
    }

    private static int faces(CrossCheckedFace suspect) {
        return FaceFusion.faces(List.of(suspect), List.of()).size();
    }

    /** Scores of RFB, of O-Net in both upright looks, and of BlazeFace from near, or {@link #NOTHING}. */
    private static CrossCheckedFace suspect(double rfb, double oNet, double closeUp, double x) {
        Optional<Face> face = closeUp == NOTHING
                ? Optional.empty()
                : Optional.of(new Face(closeUp, new Box(x, 0, 10, 10), keypoints(x + 1)));
        Candidate candidate = new Candidate(new SquareCrop(new Point(x, 0), 10, 0), rfb);
        return new CrossCheckedFace(candidate, sighting(oNet, x), sighting(oNet, x), face);
    }

    private static Keypoints keypoints(double x) {
        return Keypoints.of(Collections.nCopies(Keypoints.COUNT, new Point(x, 1)));
    }

    private static MtcnnDetection sighting(double score, double x) {
        Point eye = new Point(x, 0);
        return new MtcnnDetection(score, new Box(x, 0, 10, 10), eye, eye, eye, eye, eye);
    }
}
