package io.eyegoogler.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Box;
import io.eyegoogler.Eye;
import io.eyegoogler.Face;
import io.eyegoogler.Gaze;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import io.eyegoogler.eyes.EyePlacer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollingPupilsTest {

    private static final double INTERVAL = 0.04;
    private static final Point HOME = new Point(300, 200);

    private static Face face(Point between) {
        IntFunction<Point> eye = side -> new Point(between.x() + side * 50, between.y());
        Point mouth = new Point(between.x(), between.y() + 105);
        Point nose = new Point(between.x(), between.y() + 60);
        return new Face(
                0.9,
                new Box(between.x() - 110, between.y() - 80, 220, 220),
                new Keypoints(eye.apply(-1), eye.apply(1), nose, mouth, eye.apply(-2), eye.apply(2)));
    }

    private static List<TrackedFace> faces(int id, Point between) {
        return List.of(new TrackedFace(id, face(between)));
    }

    private static List<List<Eye>> play(int frames, IntFunction<Point> place, GooglyOptions options) {
        RollingPupils pupils = new RollingPupils(options, 1);
        return IntStream.range(0, frames)
                .mapToObj(i -> pupils.next(faces(0, place.apply(i)), i * INTERVAL))
                .toList();
    }

    private static Point nodding(int frame) {
        return new Point(HOME.x(), HOME.y() + 25 * (1 - Math.cos(2 * Math.PI * frame / 12.0)));
    }

    private static double path(List<List<Eye>> frames, int from) {
        return IntStream.range(from + 1, frames.size())
                .mapToDouble(i -> frames.get(i)
                        .get(0)
                        .pupil()
                        .distanceTo(frames.get(i - 1).get(0).pupil()))
                .sum();
    }

    @Test
    void firstFrame_hasTheEyesOfAStillPhoto() {
        List<Face> faces = List.of(face(HOME), face(new Point(600, 300)));
        List<TrackedFace> tracked = List.of(new TrackedFace(0, faces.get(0)), new TrackedFace(1, faces.get(1)));

        assertEquals(
                EyePlacer.place(faces, 1, Gaze.RANDOM, 7),
                new RollingPupils(GooglyOptions.DEFAULT, 7).next(tracked, 0));
    }

    @Test
    void pupilsOfAStillHead_fallAndComeToRest() {
        List<List<Eye>> frames = play(150, i -> HOME, GooglyOptions.DEFAULT);

        for (Eye eye : frames.get(149)) {
            assertEquals(1, eye.pupil().y(), 0.05);
        }
        assertTrue(path(frames, 120) < 0.1, "path " + path(frames, 120));
    }

    @Test
    void nod_makesPupilsRoll() {
        double path = path(play(150, RollingPupilsTest::nodding, GooglyOptions.DEFAULT), 100);

        assertTrue(path > 2, "path " + path);
    }

    @Test
    void steadyMotion_isNotFelt() {
        double path = path(play(150, i -> new Point(HOME.x() + 10 * i, HOME.y()), GooglyOptions.DEFAULT), 120);

        assertTrue(path < 0.1, "path " + path);
    }

    @Test
    void headThatStartsToTheRight_leavesItsPupilsOnTheLeft() {
        List<List<Eye>> frames =
                play(120, i -> new Point(HOME.x() + (i < 115 ? 0 : 15 * (i - 114)), HOME.y()), GooglyOptions.DEFAULT);

        assertTrue(
                frames.get(116).get(0).pupil().x() < -0.1, () -> frames.get(116).toString());
    }

    @Test
    void fixedGaze_holdsThePupils() {
        List<List<Eye>> frames = play(40, RollingPupilsTest::nodding, GooglyOptions.DEFAULT.withGaze(Gaze.LEFT));

        frames.forEach(eyes -> eyes.forEach(eye -> assertEquals(-1, eye.pupil().x(), 1e-9)));
    }

    @Test
    void size_staysWithTheFace_whenAnotherLeaves() {
        RollingPupils pupils = new RollingPupils(GooglyOptions.DEFAULT, 1);
        List<TrackedFace> both = List.of(new TrackedFace(0, face(new Point(600, 300))), new TrackedFace(1, face(HOME)));
        double radius = pupils.next(both, 0).get(2).radius();

        assertEquals(radius, pupils.next(both.subList(1, 2), INTERVAL).get(0).radius(), 1e-9);
    }

    @Test
    void faceThatIsNotRetained_isForgotten_andOthersRollOn() {
        RollingPupils pupils = new RollingPupils(GooglyOptions.DEFAULT, 1);
        List<TrackedFace> both = List.of(new TrackedFace(0, face(new Point(600, 300))), new TrackedFace(1, face(HOME)));
        List<Eye> first = pupils.next(both, 0);
        pupils.retain(Set.of(1));
        List<Eye> second = pupils.next(both, INTERVAL);

        assertNotEquals(first.get(0).radius(), second.get(0).radius(), "Chance decides again");
        assertEquals(first.get(2).radius(), second.get(2).radius());
        assertTrue(second.get(2).pupil().y() > first.get(2).pupil().y(), "The pupil falls");
    }

    @Test
    void loop_endsWhereItBegins() {
        int frames = 36;
        List<List<TrackedFace>> faces =
                IntStream.range(0, frames).mapToObj(i -> faces(0, nodding(i))).toList();
        double[] seconds = new double[frames];
        Arrays.fill(seconds, INTERVAL);
        List<List<Eye>> loop = RollingPupils.loop(faces, seconds, GooglyOptions.DEFAULT, 3);
        double largest = IntStream.range(1, frames)
                .mapToDouble(i -> step(loop, i - 1, i))
                .max()
                .orElseThrow();

        assertEquals(frames, loop.size());
        assertTrue(largest > 0.1, "largest step " + largest);
        assertTrue(
                step(loop, frames - 1, 0) <= 1.2 * largest,
                "step at the end " + step(loop, frames - 1, 0) + ", largest " + largest);
        assertEquals(loop, RollingPupils.loop(faces, seconds, GooglyOptions.DEFAULT, 3));
        assertNotEquals(loop, RollingPupils.loop(faces, seconds, GooglyOptions.DEFAULT, 4));
    }

    @Test
    void loopOfAFaceThatComesAndGoes_hasItsEyesInItsFramesOnly() {
        List<List<TrackedFace>> faces = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            faces.add(i < 3 || i > 6 ? faces(0, HOME) : List.of());
        }
        double[] seconds = new double[10];
        Arrays.fill(seconds, INTERVAL);
        List<List<Eye>> loop = RollingPupils.loop(faces, seconds, GooglyOptions.DEFAULT, 3);

        for (int i = 0; i < 10; i++) {
            assertEquals(2 * faces.get(i).size(), loop.get(i).size());
        }
    }

    @Test
    void loopWithoutFrames_isEmpty() {
        assertEquals(List.of(), RollingPupils.loop(List.of(), new double[0], GooglyOptions.DEFAULT, 1));
    }

    private static double step(List<List<Eye>> loop, int from, int to) {
        return IntStream.range(0, 2)
                .mapToDouble(i -> loop.get(from)
                        .get(i)
                        .pupil()
                        .distanceTo(loop.get(to).get(i).pupil()))
                .max()
                .orElseThrow();
    }
}
