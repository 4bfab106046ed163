package io.eyegoogler.detect.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.Keypoints;
import io.eyegoogler.detect.Point;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UprightTest {

    @Test
    void photoWithOneSureUprightFace_isClear() {
        assertTrue(Upright.isClear(List.of(face(0.7, 0), face(0.95, 30))));
    }

    @Test
    void photosTilt_isThatOfMostHeads() {
        assertEquals(Math.toRadians(30), Upright.tilt(List.of(face(0.6, 30), face(0.9, -5), face(0.7, 31))), 1e-9);
        assertEquals(0, Upright.tilt(List.of()));
    }

    @Test
    void photoWithDoubtfulOrLyingFacesOrNone_isNotClear() {
        assertFalse(Upright.isClear(List.of(face(0.8, 0))));
        assertFalse(Upright.isClear(List.of(face(0.99, 80))));
        assertFalse(Upright.isClear(List.of()));
    }

    @Test
    void photo_isTurnedToWhereItsSurestFaceStandsUpright() {
        Map<QuarterTurns, List<Face>> looks = Map.of(
                QuarterTurns.ONE, List.of(face(0.85, 0)),
                QuarterTurns.TWO, List.of(face(0.99, 90)),
                QuarterTurns.THREE, List.of(face(0.95, -10)));
        assertEquals(QuarterTurns.THREE, Upright.turns(List.of(face(0.8, 0)), looks::get));
    }

    @Test
    void photo_staysAsItIsUnlessAnotherWayIsBetter() {
        assertEquals(QuarterTurns.NONE, Upright.turns(List.of(face(0.8, 0)), turns -> List.of(face(0.75, 0))));
        assertEquals(QuarterTurns.NONE, Upright.turns(List.of(), turns -> List.of()));
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
