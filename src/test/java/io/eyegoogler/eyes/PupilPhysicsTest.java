package io.eyegoogler.eyes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Point;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PupilPhysicsTest {

    private static final int INTERVAL = 40;

    /** Loops of pupils that begin all around the rim, and of some that begin elsewhere. */
    private static Stream<List<Point>> loops() {
        SplittableRandom chance = new SplittableRandom(5);
        return IntStream.range(0, 500).mapToObj(i -> {
            double angle = 2 * Math.PI * chance.nextDouble();
            double distance = i % 5 == 0 ? chance.nextDouble() : 1;
            return PupilPhysics.of(
                    new Point(distance * Math.cos(angle), distance * Math.sin(angle)), INTERVAL, chance.split());
        });
    }

    /** From each place to the next; the last is the one from the end to the begin. */
    private static double[] steps(List<Point> loop) {
        return IntStream.range(0, loop.size())
                .mapToDouble(i -> loop.get(i).distanceTo(loop.get((i + 1) % loop.size())))
                .toArray();
    }

    @Test
    void loop_closesWithNoLargerStepThanThoseInBetween() {
        loops().forEach(loop -> {
            double[] steps = steps(loop);
            double largest = IntStream.range(0, steps.length - 1)
                    .mapToDouble(i -> steps[i])
                    .max()
                    .orElseThrow();

            assertTrue(steps[steps.length - 1] <= largest, loop::toString);
        });
    }

    @Test
    void pupil_staysInItsDish() {
        loops().flatMap(List::stream).forEach(place -> assertTrue(Math.hypot(place.x(), place.y()) < 1 + 1e-9));
    }

    @Test
    void pupil_rollsThroughItsDish_andNeverJumpsAcross() {
        loops().forEach(loop -> {
            double[] steps = steps(loop);

            assertTrue(
                    IntStream.range(0, steps.length).mapToDouble(i -> steps[i]).sum() > 3, loop::toString);
            assertTrue(IntStream.range(0, steps.length)
                            .mapToDouble(i -> steps[i])
                            .max()
                            .orElseThrow()
                    < 1.2);
        });
    }

    @Test
    void gravity_holdsPupilsDown() {
        double mean =
                loops().flatMap(List::stream).mapToDouble(Point::y).average().orElseThrow();

        assertTrue(mean > 0.1, "Mean height " + mean);
    }

    @Test
    void loop_beginsWhereThePupilWas() {
        Point home = new Point(0.6, -0.8);

        assertEquals(
                home, PupilPhysics.of(home, INTERVAL, new SplittableRandom(1)).get(0));
    }

    @Test
    void chance_decidesTheWay() {
        Point home = new Point(1, 0);
        List<Point> loop = PupilPhysics.of(home, INTERVAL, new SplittableRandom(1));

        assertEquals(loop, PupilPhysics.of(home, INTERVAL, new SplittableRandom(1)));
        assertNotEquals(loop, PupilPhysics.of(home, INTERVAL, new SplittableRandom(2)));
    }

    @Test
    void fewerFrames_showTheSameMotion() {
        Point home = new Point(1, 0);
        List<Point> loop = PupilPhysics.of(home, INTERVAL, new SplittableRandom(1));
        List<Point> slower = PupilPhysics.of(home, 2 * INTERVAL, new SplittableRandom(1));

        assertEquals(
                IntStream.range(0, slower.size()).mapToObj(i -> loop.get(2 * i)).toList(), slower);
    }
}
