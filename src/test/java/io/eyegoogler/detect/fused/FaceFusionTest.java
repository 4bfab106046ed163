package io.eyegoogler.detect.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaceFusionTest {

    private static final double NOTHING = 0;

    @Test
    void candidateOfWhichAllNetworksAreCertain_isAFace() {
        assertEquals(1, faces(candidate(0.99, 0.999, 0.9, 0)));
    }

    @Test
    void candidateThatBlazeFaceDoesNotConfirm_needsTheOthersToBeCertain() {
        assertEquals(1, faces(candidate(0.3, 0.98, NOTHING, 0)));
        assertEquals(0, faces(candidate(0.3, 0.95, NOTHING, 0)));
        assertEquals(1, faces(candidate(0.95, 0.95, NOTHING, 0)));
        assertEquals(0, faces(candidate(0.95, 0.8, NOTHING, 0)));
    }

    @Test
    void candidateOfWhichONetIsUncertain_needsBlazeFaceToBeCertain() {
        assertEquals(1, faces(candidate(0.95, 0.45, 0.8, 0)));
        assertEquals(0, faces(candidate(0.95, 0.8, 0.7, 0)));
        assertEquals(0, faces(candidate(0.95, 0.2, 0.9, 0)));
    }

    @Test
    void candidateThatOnlyBlazeFaceProposed_mustBeDetectedAgain() {
        assertEquals(0, faces(candidate(NOTHING, 0.99, NOTHING, 0)));
        assertEquals(1, faces(candidate(NOTHING, 0.99, 0.4, 0)));
        assertEquals(0, faces(candidate(NOTHING, 0.95, 0.4, 0)));
    }

    @Test
    void faceFoundTwice_isOneFace_theOneWithTheBetterScore() {
        List<Face> faces = FaceFusion.fuse(
                List.of(candidate(1, 0.98, 0.7, 0), candidate(1, 0.99, 0.9, 2), candidate(1, 0.99, 0.8, 50)),
                List.of());
        assertEquals(2, faces.size());
        assertEquals(0.945, faces.get(0).score(), 1e-9);
        // The mean of O-Net's eye and BlazeFace's, with BlazeFace's weight of a fifth.
        assertEquals(2.2, faces.get(0).keypoints().rightEye().x(), 1e-9);
    }

    @Test
    void profile_isAddedUnlessItOverlapsAFace() {
        Face there = new Face(0.6, new Box(50, 0, 10, 10), keypoints(50));
        Face again = new Face(0.6, new Box(0, 0, 15, 15), keypoints(0));
        List<Face> faces = FaceFusion.fuse(List.of(candidate(1, 0.99, 0.9, 0)), List.of(again, there));
        assertEquals(2, faces.size());
        assertEquals(there, faces.get(1));
    }

    private static int faces(CrossCheckedFace candidate) {
        return FaceFusion.fuse(List.of(candidate), List.of()).size();
    }

    /** A candidate with scores of RFB, of O-Net in both aligned crops, and of BlazeFace, or {@link #NOTHING}. */
    private static CrossCheckedFace candidate(double rfb, double oNet, double blazeFace, double x) {
        Optional<Face> face = blazeFace == NOTHING
                ? Optional.empty()
                : Optional.of(new Face(blazeFace, new Box(x, 0, 10, 10), keypoints(x + 1)));
        Face detection = new Face(oNet, new Box(x, 0, 10, 10), keypoints(x));
        Candidate candidate = new Candidate(new SquareCrop(new Point(x, 0), 10, 0), rfb);
        return new CrossCheckedFace(candidate, detection, detection, face);
    }

    private static Keypoints keypoints(double x) {
        return Keypoints.of(Collections.nCopies(Keypoints.COUNT, new Point(x, 1)));
    }
}
