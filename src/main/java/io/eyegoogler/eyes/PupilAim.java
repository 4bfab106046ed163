package io.eyegoogler.eyes;

import io.eyegoogler.Eye;
import io.eyegoogler.Face;
import io.eyegoogler.Gaze;
import io.eyegoogler.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Places the pupils of one face as its gaze says, in the unit disc of {@link Eye#pupil}. */
interface PupilAim {

    /** The pupil of an eye that looks at the camera. */
    Point CENTER = new Point(0, 0);

    /**
     * Returns the place of a pupil.
     *
     * @param eye the eye's center, px, likewise {@code other}
     * @param radius of the eye, px
     * @param other the center of the face's other eye
     * @param anywhere where an eye looks that is free to look anywhere, radians counter-clockwise from the right
     */
    Point pupil(Point eye, double radius, Point other, double anywhere);

    /** Returns the aim of the eyes of {@code face}, one of {@code faces}. */
    static PupilAim of(Gaze gaze, Face face, List<Face> faces) {
        if (gaze instanceof Gaze.Direction direction) {
            double radians = Math.toRadians(direction.degrees());
            return (eye, radius, other, anywhere) -> towards(radians);
        }
        if (gaze instanceof Gaze.Target target) {
            return at(target.point());
        }
        return switch ((Gaze.Rule) gaze) {
            case RANDOM -> (eye, radius, other, anywhere) -> towards(anywhere);
            case CROSS ->
                (eye, radius, other, anywhere) -> towards(Math.atan2(eye.y() - other.y(), other.x() - eye.x()));
            case MEET -> nearest(face, faces).map(PupilAim::at).orElse((eye, radius, other, anywhere) -> CENTER);
        };
    }

    /** The pupil lies at the rim, {@code radians} from the right, counter-clockwise. */
    private static Point towards(double radians) {
        return new Point(Math.cos(radians), -Math.sin(radians));
    }

    /** The pupil lies at the rim, or, where the target is on the eye itself, on the target. */
    private static PupilAim at(Point target) {
        return (eye, radius, other, anywhere) -> {
            double length = Math.max(Math.max(radius, eye.distanceTo(target)), Double.MIN_NORMAL);
            return new Point((target.x() - eye.x()) / length, (target.y() - eye.y()) / length);
        };
    }

    /** The midpoint of the eyes of the face nearest to {@code face}. */
    private static Optional<Point> nearest(Face face, List<Face> faces) {
        Point own = face.keypoints().eyeMiddle();
        return faces.stream()
                .filter(other -> other != face)
                .map(other -> other.keypoints().eyeMiddle())
                .min(Comparator.comparingDouble(own::distanceTo));
    }
}
