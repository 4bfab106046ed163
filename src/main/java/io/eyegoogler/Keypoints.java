package io.eyegoogler;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The six points that BlazeFace marks on a face, in px of the upright photo unless said otherwise, named by the
 * subject's own right and left: the right eye is on the viewer's left.
 *
 * @param rightEye the center of the right eye
 * @param leftEye the center of the left eye
 * @param noseTip the tip of the nose
 * @param mouthCenter the center of the mouth
 * @param rightEarTragion the right ear's notch above the earlobe; not meaningful where the detector doesn't know it
 * @param leftEarTragion the left ear's
 */
public record Keypoints(
        Point rightEye, Point leftEye, Point noseTip, Point mouthCenter, Point rightEarTragion, Point leftEarTragion) {

    /** The number of keypoints of a face. */
    public static final int COUNT = 6;

    /** Minimum {@link #headSize}, in distances from the midpoint between the eyes to the mouth. */
    public static final double MIN_EYE_DISTANCE = 0.75;

    /**
     * {@return keypoints from a list}
     *
     * @param points in BlazeFace's order, which is that of this record's components
     * @throws IllegalArgumentException if there aren't {@value #COUNT} of them
     */
    public static Keypoints of(List<Point> points) {
        if (points.size() != COUNT) {
            throw new IllegalArgumentException("A face has " + COUNT + " keypoints, not " + points.size());
        }
        return new Keypoints(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4), points.get(5));
    }

    /** {@return the midpoint between the eyes} */
    public Point eyeMiddle() {
        return rightEye.middle(leftEye);
    }

    /**
     * {@return the size of the head, in the unit of the keypoints: the distance between the eyes, as it would be if the
     * head weren't turned away}
     *
     * <p>From the front that is about 0.9 of the distance from between the eyes to the mouth. As the head turns away, the
     * eyes come closer together; so it is at least {@value #MIN_EYE_DISTANCE} of that distance.
     */
    public double headSize() {
        return Math.max(
                rightEye.distanceTo(leftEye), MIN_EYE_DISTANCE * eyeMiddle().distanceTo(mouthCenter));
    }

    /**
     * {@return how far the head is tilted, radians clockwise, from -π to π}
     *
     * <p>Both the line between the eyes and the line from their midpoint to the mouth show the tilt. Their sum weighs
     * each by its length: of a face seen from the side, whose eyes are close together, the second decides.
     */
    public double roll() {
        Point eyes = eyeMiddle();
        double right = leftEye.x() - rightEye.x() + mouthCenter.y() - eyes.y();
        double down = leftEye.y() - rightEye.y() - (mouthCenter.x() - eyes.x());
        return Math.atan2(down, right);
    }

    /** {@return all keypoints, in BlazeFace's order} */
    public List<Point> toList() {
        return List.of(rightEye, leftEye, noseTip, mouthCenter, rightEarTragion, leftEarTragion);
    }

    /**
     * {@return these keypoints, each replaced by what {@code move} returns for it}
     *
     * @param move from one frame of reference to another
     */
    public Keypoints map(UnaryOperator<Point> move) {
        return of(toList().stream().map(move).toList());
    }
}
