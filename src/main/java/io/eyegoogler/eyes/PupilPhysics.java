package io.eyegoogler.eyes;

import io.eyegoogler.Eye;
import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * How the pupil of one eye rolls when the photo is shaken and let go, over and over: a ball in a dish.
 *
 * <p>Three jolts shake it to and fro; gravity, friction and the rim do the rest. A last jolt brings it back to where it
 * began, just when the first comes again, so that the loop closes: of many jolts it is one that brings it near, and
 * what is missing is spread over its flight.
 *
 * <p>The unit of length is the way from the dish's middle to where the pupil touches the rim. A real one is a few
 * millimetres, and would settle faster than the eye can follow: forces are those that look right.
 */
final class PupilPhysics {

    /** The loop, ms. */
    static final int DURATION = 2000;

    /** Down the photo, per s²: from the top of the dish to its bottom in 0.37 s. */
    private static final double GRAVITY = 30;
    /** The share of speed that friction takes, per s. */
    private static final double FRICTION = 1.5;
    /** The share of speed towards the rim that a bounce gives back: hard plastic. */
    private static final double BOUNCE = 0.65;

    /** When the photo is jolted, ms; each is a little off for each eye. */
    private static final int[] JOLTS = {0, 260, 600};

    private static final int LATEST_JOLT = 60;
    /** Speeds that a jolt gives, per s. */
    private static final double LEAST_JOLT = 7;

    private static final double GREATEST_JOLT = 11;
    /** Jolts go to the sides, alternately, and up rather than down, radians: most pupils lie at the bottom. */
    private static final double LEAST_SLANT = Math.toRadians(-20);

    private static final double GREATEST_SLANT = Math.toRadians(55);

    /** When the jolt comes that brings the pupil home, ms. */
    private static final int HOMEWARD = DURATION - 520;

    private static final double LEAST_HOMEWARD = 2;
    /** A miss that isn't seen when it is spread. */
    private static final double NEAR_ENOUGH = 0.08;
    /** Jolts that are tried at most; nearly always one of them is near enough. */
    private static final int HOMEWARD_TRIES = 300;

    /** Of the simulation, ms: the fastest pupil moves a fiftieth of the dish. */
    private static final int STEP = 2;

    private static final double STEP_SECONDS = STEP / 1000.0;
    /** What friction leaves of speed in a step. */
    private static final double SLOWED = 1 - FRICTION * STEP_SECONDS;

    /** A pupil under way: where, and how fast, per s. */
    private record Ball(double x, double y, double vx, double vy) {

        Ball jolted(double speed, double angle) {
            return new Ball(x, y, vx + speed * Math.cos(angle), vy - speed * Math.sin(angle));
        }

        /** So many steps later. */
        Ball rolled(int steps) {
            // Variables rather than a ball for each step: a GIF of a crowd has ten million steps.
            double atX = x;
            double atY = y;
            double speedX = vx;
            double speedY = vy;
            for (int i = 0; i < steps; i++) {
                speedX *= SLOWED;
                speedY = speedY * SLOWED + GRAVITY * STEP_SECONDS;
                atX += speedX * STEP_SECONDS;
                atY += speedY * STEP_SECONDS;
                double distance = Math.sqrt(atX * atX + atY * atY);
                if (distance > 1) {
                    atX /= distance;
                    atY /= distance;
                    double outwards = Math.max(0, speedX * atX + speedY * atY) * (1 + BOUNCE);
                    speedX -= outwards * atX;
                    speedY -= outwards * atY;
                }
            }
            return new Ball(atX, atY, speedX, speedY);
        }

        /** At the end of the loop, jolted homeward now. */
        Ball landed() {
            return rolled((DURATION - HOMEWARD) / STEP);
        }

        double distanceTo(Point place) {
            return Math.hypot(x - place.x(), y - place.y());
        }
    }

    private PupilPhysics() {}

    /**
     * Where the pupil is at the begin of each frame, in units of the disc that {@link Eye#pupil} is in.
     *
     * @param home where it begins and ends
     * @param interval from frame to frame, ms: a divisor of {@link #DURATION}, and even
     */
    static List<Point> of(Point home, int interval, SplittableRandom chance) {
        List<Ball> balls = new ArrayList<>(DURATION / STEP + 1);
        balls.add(new Ball(home.x(), home.y(), 0, 0));
        boolean right = chance.nextBoolean();
        for (int i = 0; i < JOLTS.length; i++) {
            int begin = JOLTS[i] == 0 ? 0 : JOLTS[i] + chance.nextInt(LATEST_JOLT);
            roll(balls, begin);
            double slant = between(LEAST_SLANT, GREATEST_SLANT, chance);
            jolt(balls, between(LEAST_JOLT, GREATEST_JOLT, chance), right ? slant : Math.PI - slant);
            right = !right;
        }
        roll(balls, HOMEWARD);
        List<Ball> loop = homeward(balls, home, chance);
        return Stream.iterate(0, time -> time < DURATION, time -> time + interval)
                .map(time -> at(loop, time, home))
                .toList();
    }

    private static double between(double least, double greatest, SplittableRandom chance) {
        return least + (greatest - least) * chance.nextDouble();
    }

    /** Lets the pupil roll until {@code time}, ms. */
    private static void roll(List<Ball> balls, int time) {
        while ((balls.size() - 1) * STEP < time) {
            balls.add(last(balls).rolled(1));
        }
    }

    private static void jolt(List<Ball> balls, double speed, double angle) {
        balls.set(balls.size() - 1, last(balls).jolted(speed, angle));
    }

    private static Ball last(List<Ball> balls) {
        return balls.get(balls.size() - 1);
    }

    private static List<Ball> homeward(List<Ball> before, Point home, SplittableRandom chance) {
        Ball start = last(before);
        Ball best = start;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < HOMEWARD_TRIES && least > NEAR_ENOUGH; i++) {
            Ball jolted =
                    start.jolted(between(LEAST_HOMEWARD, GREATEST_JOLT, chance), 2 * Math.PI * chance.nextDouble());
            double miss = jolted.landed().distanceTo(home);
            if (miss < least) {
                least = miss;
                best = jolted;
            }
        }
        List<Ball> loop = new ArrayList<>(before);
        loop.set(loop.size() - 1, best);
        roll(loop, DURATION);
        return loop;
    }

    /** Where the pupil is, with the part of the miss that is due by then. */
    private static Point at(List<Ball> loop, int time, Point home) {
        Ball ball = loop.get(time / STEP);
        double flown = Math.max(0, time - HOMEWARD) / (double) (DURATION - HOMEWARD);
        double x = ball.x() + flown * (home.x() - last(loop).x());
        double y = ball.y() + flown * (home.y() - last(loop).y());
        double beyond = Math.max(1, Math.hypot(x, y));
        return new Point(x / beyond, y / beyond);
    }
}
