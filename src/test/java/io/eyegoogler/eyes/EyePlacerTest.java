package io.eyegoogler.eyes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Box;
import io.eyegoogler.Eye;
import io.eyegoogler.Face;
import io.eyegoogler.Gaze;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EyePlacerTest {

    private static final Point RIGHT_EYE = new Point(100, 50);
    private static final Point LEFT_EYE = new Point(200, 50);
    private static final Face FACE = face(RIGHT_EYE, LEFT_EYE);

    private static Face face(Point rightEye, Point leftEye) {
        Point elsewhere = new Point(150, 100);
        return new Face(
                0.9,
                new Box(50, 0, 200, 200),
                new Keypoints(rightEye, leftEye, elsewhere, elsewhere, elsewhere, elsewhere));
    }

    private static List<Eye> place(Gaze gaze, double size, long seed) {
        return EyePlacer.place(List.of(FACE), size, gaze, seed);
    }

    @Test
    void everyFace_getsTwoEyesWhereItsEyesAre() {
        List<Eye> eyes = EyePlacer.place(Collections.nCopies(3, FACE), 1, Gaze.RANDOM, 1);

        assertEquals(6, eyes.size());
        assertEquals(RIGHT_EYE, eyes.get(4).center());
        assertEquals(LEFT_EYE, eyes.get(5).center());
    }

    @Test
    void radius_isDrawnFromTheWholeRange() {
        List<Double> radii = IntStream.range(0, 2000)
                .mapToObj(seed -> place(Gaze.RANDOM, 1, seed))
                .flatMap(List::stream)
                .map(Eye::radius)
                .sorted()
                .toList();

        assertTrue(radii.get(0) >= 25.3 && radii.get(0) < 25.6, "least " + radii.get(0));
        assertEquals(33.75, radii.stream().mapToDouble(r -> r).average().orElseThrow(), 0.4);
        double greatest = radii.get(radii.size() - 1);
        assertTrue(greatest <= 42.2 && greatest > 41.9, "greatest " + greatest);
    }

    @Test
    void size_isAFactor_thatLeavesTheGazeAlone() {
        Eye usual = place(Gaze.RANDOM, 1, 5).get(1);
        Eye large = place(Gaze.RANDOM, 3, 5).get(1);

        assertEquals(3 * usual.radius(), large.radius(), 1e-9);
        assertEquals(usual.pupil(), large.pupil());
    }

    @Test
    void eachEye_hasItsOwnSizeAndGaze_fromTheSeed() {
        List<Eye> eyes = place(Gaze.RANDOM, 1, 5);

        assertNotEquals(eyes.get(0).radius(), eyes.get(1).radius());
        assertNotEquals(eyes.get(0).pupil(), eyes.get(1).pupil());
        assertEquals(eyes, place(Gaze.RANDOM, 1, 5));
        assertNotEquals(eyes, place(Gaze.RANDOM, 1, 6));
        // Seeds that differ in their upper half only.
        assertNotEquals(eyes, place(Gaze.RANDOM, 1, 5 + (1L << 50)));
    }

    @Test
    void namedGaze_turnsBothPupilsThatWay() {
        for (Eye eye : place(Gaze.UP, 1, 1)) {
            assertEquals(eye.center().x(), EyePainter.pupil(eye, 1).x(), 1e-9);
            assertEquals(
                    eye.center().y() - eye.radius(), EyePainter.pupil(eye, 1).y(), 1e-9);
        }
        for (Eye eye : place(Gaze.LEFT, 1, 1)) {
            assertEquals(
                    eye.center().x() - eye.radius(), EyePainter.pupil(eye, 1).x(), 1e-9);
        }
        for (Eye eye : place(Gaze.degrees(-90), 1, 1)) {
            assertEquals(
                    eye.center().y() + eye.radius(), EyePainter.pupil(eye, 1).y(), 1e-9);
        }
        assertEquals(
                place(Gaze.RANDOM, 1, 1).get(0).radius(),
                place(Gaze.DOWN, 1, 1).get(0).radius());
    }

    @Test
    void cross_turnsThePupilsToEachOther_onATiltedHeadToo() {
        List<Eye> level = place(Gaze.CROSS, 1, 1);
        assertEquals(0, gaze(level.get(0)), 1e-9);
        assertEquals(Math.PI, Math.abs(gaze(level.get(1))), 1e-9);

        Face tilted = face(new Point(100, 100), new Point(200, 200));
        Eye lower = EyePlacer.place(List.of(tilted), 1, Gaze.CROSS, 1).get(0);
        assertEquals(-Math.PI / 4, gaze(lower), 1e-9);
    }

    private static double gaze(Eye eye) {
        return Math.atan2(-eye.pupil().y(), eye.pupil().x());
    }
}
