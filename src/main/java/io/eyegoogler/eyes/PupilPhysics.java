package io.eyegoogler.eyes;

import io.eyegoogler.Eye;
import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Simulates the pupil of one eye, a ball in a dish, when the photo is shaken and let go, in a loop.
 *
 * <p>Three jolts move the ball from side to side; {@link PupilBall gravity, friction and the rim} do the rest. A last
 * jolt returns the ball to its start at the end of the loop: of many random jolts, the first that ends near enough or
 * else the nearest is taken, and the remaining distance is spread over the flight.
 */
final class PupilPhysics {

    private static final int STEP = PupilBall.STEP;

    /** Length of the loop, ms. */
    static final int DURATION = 2000;

    /** Times of the jolts, ms; the later ones are delayed by up to {@link #MAX_DELAY} for each eye. */
    private static final int[] JOLTS = {0, 260, 600};

    private static final int MAX_DELAY = 60;
    /** Range of the speed that a jolt adds, per s. */
    private static final double MIN_JOLT = 7;

    private static final double MAX_JOLT = 11;
    /**
     * Range of a jolt's angle above the horizontal, radians: up rather than down, since most pupils lie at the bottom.
     */
    private static final double MIN_SLANT = Math.toRadians(-20);

    private static final double MAX_SLANT = Math.toRadians(55);

    /** Time of the jolt that returns the pupil to its start, ms. */
    private static final int HOMEWARD = DURATION - 520;

    private static final double MIN_HOMEWARD = 2;
    /** A remaining distance that isn't visible when it is spread over the flight. */
    private static final double NEAR_ENOUGH = 0.08;
    /** Maximum number of jolts that are tried; one of them nearly always ends near enough. */
    private static final int HOMEWARD_TRIES = 300;

    private PupilPhysics() {}

    /**
     * Returns where the pupil is at the beginning of each frame, in the unit disc of {@link Eye#pupil}.
     *
     * @param home where the pupil starts and ends
     * @param interval from frame to frame, ms; an even divisor of {@link #DURATION}
     */
    static List<Point> of(Point home, int interval, SplittableRandom chance) {
        List<PupilBall> balls = new ArrayList<>(DURATION / STEP + 1);
        balls.add(PupilBall.at(home));
        boolean right = chance.nextBoolean();
        for (int i = 0; i < JOLTS.length; i++) {
            int begin = JOLTS[i] == 0 ? 0 : JOLTS[i] + chance.nextInt(MAX_DELAY);
            roll(balls, begin);
            double slant = between(MIN_SLANT, MAX_SLANT, chance);
            jolt(balls, between(MIN_JOLT, MAX_JOLT, chance), right ? slant : Math.PI - slant);
            right = !right;
        }
        roll(balls, HOMEWARD);
        List<PupilBall> loop = homeward(balls, home, chance);
        return Stream.iterate(0, time -> time < DURATION, time -> time + interval)
                .map(time -> at(loop, time, home))
                .toList();
    }

    private static double between(double min, double max, SplittableRandom chance) {
        return min + (max - min) * chance.nextDouble();
    }

    /** Appends the steps until {@code time}, ms. */
    private static void roll(List<PupilBall> balls, int time) {
        while ((balls.size() - 1) * STEP < time) {
            balls.add(last(balls).rolled(1));
        }
    }

    private static void jolt(List<PupilBall> balls, double speed, double angle) {
        balls.set(balls.size() - 1, last(balls).jolted(speed, angle));
    }

    private static PupilBall last(List<PupilBall> balls) {
        return balls.get(balls.size() - 1);
    }

    private static List<PupilBall> homeward(List<PupilBall> before, Point home, SplittableRandom chance) {
        PupilBall start = last(before);
        PupilBall best = start;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < HOMEWARD_TRIES && least > NEAR_ENOUGH; i++) {
            PupilBall jolted = start.jolted(between(MIN_HOMEWARD, MAX_JOLT, chance), 2 * Math.PI * chance.nextDouble());
            double miss = landed(jolted).distanceTo(home);
            if (miss < least) {
                least = miss;
                best = jolted;
            }
        }
        List<PupilBall> loop = new ArrayList<>(before);
        loop.set(loop.size() - 1, best);
        roll(loop, DURATION);
        return loop;
    }

    /** Returns {@code ball}, jolted homeward, at the end of the loop. */
    private static PupilBall landed(PupilBall ball) {
        return ball.rolled((DURATION - HOMEWARD) / STEP);
    }

    /** Returns where the pupil is at {@code time}, with the share of the remaining distance that is due by then. */
    private static Point at(List<PupilBall> loop, int time, Point home) {
        PupilBall ball = loop.get(time / STEP);
        double flown = Math.max(0, time - HOMEWARD) / (double) (DURATION - HOMEWARD);
        return ball.shifted(
                flown * (home.x() - last(loop).x()),
                flown * (home.y() - last(loop).y()));
    }
}
