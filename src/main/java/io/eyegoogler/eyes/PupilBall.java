package io.eyegoogler.eyes;

import io.eyegoogler.Eye;
import io.eyegoogler.Point;

/**
 * A moving pupil: a ball in a dish, subject to gravity, friction and the rim.
 *
 * <p>The unit of length is the distance from the dish's center to a pupil that touches the rim, so that a position is in
 * the unit disc of {@link Eye#pupil}. In a real dish of a few millimeters a ball would settle faster than the eye can
 * follow; the forces here are chosen by their look.
 *
 * @param x position, right of the dish's center; {@code y}, below it
 * @param vx speed to the right, per s; {@code vy}, down
 */
public record PupilBall(double x, double y, double vx, double vy) {

    /** Time step of the simulation, ms; the fastest pupil moves a fiftieth of the dish in it. */
    public static final int STEP = 2;
    /** Acceleration down the photo, per s²: from the top of the dish to its bottom in 0.37 s. */
    public static final double GRAVITY = 30;
    /** Share of the speed that is lost by friction, per s. */
    private static final double FRICTION = 1.5;
    /** Coefficient of restitution at the rim, as of hard plastic. */
    private static final double BOUNCE = 0.65;

    private static final double STEP_SECONDS = STEP / 1000.0;
    /** Share of the speed that friction leaves after a step. */
    private static final double DAMPING = 1 - FRICTION * STEP_SECONDS;

    /** Returns a ball that lies still at {@code place}. */
    public static PupilBall at(Point place) {
        return new PupilBall(place.x(), place.y(), 0, 0);
    }

    /** Returns the ball's center. */
    public Point place() {
        return new Point(x, y);
    }

    /** Returns the ball, {@code speed} per s faster towards {@code angle}, radians counter-clockwise from the right. */
    PupilBall jolted(double speed, double angle) {
        return new PupilBall(x, y, vx + speed * Math.cos(angle), vy - speed * Math.sin(angle));
    }

    /** Returns the ball after {@code steps} steps in a dish at rest. */
    PupilBall rolled(int steps) {
        return rolled(steps, 0, 0);
    }

    /**
     * Returns the ball after {@code steps} steps.
     *
     * @param right what accelerates it apart from gravity, per s²; {@code down}, likewise
     */
    public PupilBall rolled(int steps, double right, double down) {
        // Variables rather than a ball for each step: a GIF of a crowd has ten million steps.
        double atX = x;
        double atY = y;
        double speedX = vx;
        double speedY = vy;
        double gainX = right * STEP_SECONDS;
        double gainY = (GRAVITY + down) * STEP_SECONDS;
        for (int i = 0; i < steps; i++) {
            speedX = speedX * DAMPING + gainX;
            speedY = speedY * DAMPING + gainY;
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
        return new PupilBall(atX, atY, speedX, speedY);
    }

    /** Returns the ball's center moved by {@code right} and {@code down}, but not beyond the rim. */
    public Point shifted(double right, double down) {
        double toX = x + right;
        double toY = y + down;
        double beyond = Math.max(1, Math.hypot(toX, toY));
        return new Point(toX / beyond, toY / beyond);
    }

    /** Returns the distance from the ball's center to {@code point}. */
    double distanceTo(Point point) {
        return Math.hypot(x - point.x(), y - point.y());
    }
}
