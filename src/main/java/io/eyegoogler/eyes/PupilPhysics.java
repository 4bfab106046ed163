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
 * <p>Three jolts move the ball from side to side; gravity, friction and the rim do the rest. A last jolt returns the
 * ball to its start at the end of the loop: of many random jolts, the first that ends near enough or else the nearest
 * is taken, and the remaining distance is spread over the flight.
 *
 * <p>The unit of length is the distance from the dish's center to a pupil that touches the rim. In a real dish of a few
 * millimeters a ball would settle faster than the eye can follow; the forces here are chosen by their look.
 */
final class PupilPhysics {

    /** Length of the loop, ms. */
    static final int DURATION = 2000;

    /** Acceleration down the photo, per s²: from the top of the dish to its bottom in 0.37 s. */
    private static final double GRAVITY = 30;
    /** Share of the speed that is lost by friction, per s. */
    private static final double FRICTION = 1.5;
    /** Coefficient of restitution at the rim, as of hard plastic. */
    private static final double BOUNCE = 0.65;

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

    /** Time step of the simulation, ms; the fastest pupil moves a fiftieth of the dish in it. */
    private static final int STEP = 2;

    private static final double STEP_SECONDS = STEP / 1000.0;
    /** Share of the speed that friction leaves after a step. */
    private static final double DAMPING = 1 - FRICTION * STEP_SECONDS;

    /** A moving pupil: position, and velocity per s. */
    private record Ball(double x, double y, double vx, double vy) {

        Ball jolted(double speed, double angle) {
            return new Ball(x, y, vx + speed * Math.cos(angle), vy - speed * Math.sin(angle));
        }

        /** Returns the ball after {@code steps} steps. */
        Ball rolled(int steps) {
            // Variables rather than a ball for each step: a GIF of a crowd has ten million steps.
            double atX = x;
            double atY = y;
            double speedX = vx;
            double speedY = vy;
            for (int i = 0; i < steps; i++) {
                speedX *= DAMPING;
                speedY = speedY * DAMPING + GRAVITY * STEP_SECONDS;
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
     * Returns where the pupil is at the beginning of each frame, in the unit disc of {@link Eye#pupil}.
     *
     * @param home where the pupil starts and ends
     * @param interval from frame to frame, ms; an even divisor of {@link #DURATION}
     */
    static List<Point> of(Point home, int interval, SplittableRandom chance) {
        List<Ball> balls = new ArrayList<>(DURATION / STEP + 1);
        balls.add(new Ball(home.x(), home.y(), 0, 0));
        boolean right = chance.nextBoolean();
        for (int i = 0; i < JOLTS.length; i++) {
            int begin = JOLTS[i] == 0 ? 0 : JOLTS[i] + chance.nextInt(MAX_DELAY);
            roll(balls, begin);
            double slant = between(MIN_SLANT, MAX_SLANT, chance);
            jolt(balls, between(MIN_JOLT, MAX_JOLT, chance), right ? slant : Math.PI - slant);
            right = !right;
        }
        roll(balls, HOMEWARD);
        List<Ball> loop = homeward(balls, home, chance);
        return Stream.iterate(0, time -> time < DURATION, time -> time + interval)
                .map(time -> at(loop, time, home))
                .toList();
    }

    private static double between(double min, double max, SplittableRandom chance) {
        return min + (max - min) * chance.nextDouble();
    }

    /** Appends the steps until {@code time}, ms. */
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
            Ball jolted = start.jolted(between(MIN_HOMEWARD, MAX_JOLT, chance), 2 * Math.PI * chance.nextDouble());
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

    /** Returns where the pupil is at {@code time}, with the share of the remaining distance that is due by then. */
    private static Point at(List<Ball> loop, int time, Point home) {
        Ball ball = loop.get(time / STEP);
        double flown = Math.max(0, time - HOMEWARD) / (double) (DURATION - HOMEWARD);
        double x = ball.x() + flown * (home.x() - last(loop).x());
        double y = ball.y() + flown * (home.y() - last(loop).y());
        double beyond = Math.max(1, Math.hypot(x, y));
        return new Point(x / beyond, y / beyond);
    }
}
