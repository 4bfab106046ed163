package io.eyegoogler.eyes;

import io.eyegoogler.detect.Point;

/**
 * One googly eye, ready to be drawn.
 *
 * @param centre px of the photo
 * @param radius of the sclera, the white disc, px
 * @param gaze where the pupil is, radians: 0 = right, π/2 = up
 */
public record Eye(Point centre, double radius, double gaze) {

    /** The place {@code distance} radii from the centre towards the gaze, px of the photo. */
    Point towardsGaze(double distance) {
        return new Point(
                centre.x() + distance * radius * Math.cos(gaze), centre.y() - distance * radius * Math.sin(gaze));
    }
}
