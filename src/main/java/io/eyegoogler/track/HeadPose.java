package io.eyegoogler.track;

import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;

/**
 * Where a head is in a frame, and a frame of reference that moves with it: its origin is between the eyes, its x-axis
 * points to the head's left eye, and its unit is the size of the head.
 *
 * @param center between the eyes, px of the frame
 * @param size {@link Keypoints#headSize}, at least 1 px
 * @param roll radians clockwise
 */
record HeadPose(Point center, double size, double roll) {

    /** Returns the pose of a face. */
    static HeadPose of(Keypoints face) {
        return new HeadPose(face.eyeMiddle(), Math.max(1, face.headSize()), face.roll());
    }

    /** Maps a point from px of the frame to this head's frame of reference. */
    Point toHead(Point point) {
        double x = (point.x() - center.x()) / size;
        double y = (point.y() - center.y()) / size;
        return new Point(x * Math.cos(roll) + y * Math.sin(roll), y * Math.cos(roll) - x * Math.sin(roll));
    }

    /** Maps a point from this head's frame of reference to px of the frame. */
    Point toFrame(Point point) {
        double x = point.x() * Math.cos(roll) - point.y() * Math.sin(roll);
        double y = point.x() * Math.sin(roll) + point.y() * Math.cos(roll);
        return new Point(center.x() + size * x, center.y() + size * y);
    }
}
