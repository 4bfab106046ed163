package io.eyegoogler.detect.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrientationEstimatorTest {

    @Test
    void photoWithOneSureUprightFace_isUpright() {
        assertTrue(OrientationEstimator.isUpright(List.of(face(0.7, 0), face(0.95, 30))));
    }

    @Test
    void tilt_isTheMedianRollOfTheFaces() {
        assertEquals(
                Math.toRadians(30),
                OrientationEstimator.tilt(List.of(face(0.6, 30), face(0.9, -5), face(0.7, 31))),
                1e-9);
        assertEquals(0, OrientationEstimator.tilt(List.of()));
    }

    @Test
    void photoWithUncertainOrSidewaysFacesOrNone_isNotKnownToBeUpright() {
        assertFalse(OrientationEstimator.isUpright(List.of(face(0.8, 0))));
        assertFalse(OrientationEstimator.isUpright(List.of(face(0.99, 80))));
        assertFalse(OrientationEstimator.isUpright(List.of()));
    }

    @Test
    void rotation_makesTheMostCertainFaceUpright() {
        Map<QuarterRotation, List<Face>> faces = Map.of(
                QuarterRotation.CLOCKWISE_90, List.of(face(0.85, 0)),
                QuarterRotation.CLOCKWISE_180, List.of(face(0.99, 90)),
                QuarterRotation.CLOCKWISE_270, List.of(face(0.95, -10)));
        assertEquals(QuarterRotation.CLOCKWISE_270, OrientationEstimator.rotation(List.of(face(0.8, 0)), faces::get));
    }

    @Test
    void rotation_isNoneUnlessAnotherIsBetter() {
        assertEquals(
                QuarterRotation.NONE,
                OrientationEstimator.rotation(List.of(face(0.8, 0)), rotation -> List.of(face(0.75, 0))));
        assertEquals(QuarterRotation.NONE, OrientationEstimator.rotation(List.of(), rotation -> List.of()));
    }

    private static Face face(double score, double rollDegrees) {
        double cos = Math.cos(Math.toRadians(rollDegrees));
        double sin = Math.sin(Math.toRadians(rollDegrees));
        Keypoints upright = new Keypoints(
                new Point(-1, 0), new Point(1, 0), new Point(0, 1), new Point(0, 2), new Point(-2, 0), new Point(2, 0));
        return new Face(
                score,
                new Box(0, 0, 4, 4),
                upright.map(point -> new Point(point.x() * cos - point.y() * sin, point.x() * sin + point.y() * cos)));
    }
}
