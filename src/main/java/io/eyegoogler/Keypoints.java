package io.eyegoogler;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The six places that BlazeFace marks on a face, named by the subject's own right and left: the right eye is on the
 * viewer's left.
 */
public record Keypoints(
        Point rightEye, Point leftEye, Point noseTip, Point mouthCenter, Point rightEarTragion, Point leftEarTragion) {

    /** How many there are. */
    public static final int COUNT = 6;

    /** Keypoints from a list in BlazeFace's order, the order of this record's components. */
    public static Keypoints of(List<Point> points) {
        if (points.size() != COUNT) {
            throw new IllegalArgumentException("A face has " + COUNT + " keypoints, not " + points.size());
        }
        return new Keypoints(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4), points.get(5));
    }

    /** The middle between the eyes. */
    public Point eyeMiddle() {
        return rightEye.middle(leftEye);
    }

    /**
     * How far the face's right (its left eye's side) is turned from the photo's right, clockwise, radians.
     *
     * <p>The line of the eyes tells, and so does the line from eyes to mouth. Their sum weighs each by its length: of
     * a face seen from the side, whose eyes are close together, it is the second that counts.
     */
    public double roll() {
        Point eyes = eyeMiddle();
        double right = leftEye.x() - rightEye.x() + mouthCenter.y() - eyes.y();
        double down = leftEye.y() - rightEye.y() - (mouthCenter.x() - eyes.x());
        return Math.atan2(down, right);
    }

    /** All of them in BlazeFace's order. */
    public List<Point> toList() {
        return List.of(rightEye, leftEye, noseTip, mouthCenter, rightEarTragion, leftEarTragion);
    }

    /** These keypoints, each moved by {@code move}. */
    public Keypoints map(UnaryOperator<Point> move) {
        return of(toList().stream().map(move).toList());
    }
}
