package io.eyegoogler.track;

import io.eyegoogler.Eye;
import io.eyegoogler.Point;
import io.eyegoogler.eyes.PupilBall;

/** The pupil of one eye, which gravity and the head's acceleration roll. */
final class RollingPupil {

    /**
     * Acceleration of the pupil, in the unit of {@link PupilBall}, for an acceleration of the head by one radius of the
     * eye. To scale with {@link PupilBall#GRAVITY}, it would be 0.065 for an eye of 20 mm, and a quick nod would hardly
     * lift a pupil; this is chosen by its look.
     */
    private static final double PUSH = 0.5;
    /** Maximum acceleration, per s²; more is a jump of the picture rather than of the head. */
    private static final double MAX_PUSH = 5 * PupilBall.GRAVITY;
    /** Deviation of a tracked eye from uniform motion that is noise and moves no pupil, radii of the eye. */
    private static final double NOISE = 0.012;

    private PupilBall ball;
    /** The eye's center in the last frame, px; null before the first. */
    private Point center;
    /** Speed of the eye's center, px per s; null before the second of successive frames. */
    private Point speed;

    private double time;
    private long frame;
    /** Time not yet simulated, since it is less than a step, s. */
    private double rest;

    /** Begins at {@code place}. */
    RollingPupil(Point place) {
        ball = PupilBall.at(place);
    }

    /**
     * Returns the pupil in a frame.
     *
     * @param eye in that frame
     * @param seconds when the frame is shown
     * @param number of the frame; where others are left out, the eye wasn't seen, and its movement is unknown
     */
    Point next(Eye eye, double seconds, long number) {
        double interval = seconds - time;
        if (center == null || number != frame + 1 || interval <= 0) {
            speed = null;
        } else {
            move(eye, interval);
        }
        center = eye.center();
        time = seconds;
        frame = number;
        return ball.place();
    }

    private void move(Eye eye, double interval) {
        Point now = new Point(
                (eye.center().x() - center.x()) / interval, (eye.center().y() - center.y()) / interval);
        Point before = speed == null ? now : speed;
        double unit = Math.max(1, eye.radius());
        double right = (now.x() - before.x()) / unit;
        double down = (now.y() - before.y()) / unit;
        double change = Math.hypot(right, down);
        double push = PUSH * Math.max(0, change - NOISE / interval) / interval;
        double factor = change == 0 ? 0 : -Math.min(MAX_PUSH, push) / change;
        speed = now;
        rest += interval;
        int steps = (int) (rest * 1000 / PupilBall.STEP);
        rest -= steps * PupilBall.STEP / 1000.0;
        ball = ball.rolled(steps, factor * right, factor * down);
    }
}
