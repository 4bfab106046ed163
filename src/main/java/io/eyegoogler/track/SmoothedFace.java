package io.eyegoogler.track;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A face as smoothed over the frames: the head's pose, and the keypoints and the box relative to the head. */
final class SmoothedFace {

    /** Standard deviation of a measured keypoint, in sizes of the head. */
    private static final double NOISE = 0.015;
    /** The same in px, which counts in small faces. */
    private static final double PIXEL_NOISE = 0.25;
    /** Numbers that describe the eyes: two coordinates each. */
    private static final int EYES = 4;

    private final MotionFilter center;
    private final MotionFilter logSize;
    private final MotionFilter roll;
    /** The eyes, in the head's frame of reference. */
    private final MotionFilter eyes;
    /** The other keypoints, and the box's center and size, in the head's frame of reference. */
    private final MotionFilter others;

    private double score;

    SmoothedFace(Face face) {
        HeadPose pose = HeadPose.of(face.keypoints());
        center = new MotionFilter(pose.center().x(), pose.center().y());
        logSize = new MotionFilter(Math.log(pose.size()));
        roll = new MotionFilter(pose.roll());
        double[] shape = shape(face, pose);
        eyes = new MotionFilter(slice(shape, 0, EYES));
        others = new MotionFilter(slice(shape, EYES, shape.length));
        score = face.score();
    }

    /** Takes {@code face}, found {@code seconds} after the last, into account. */
    void update(Face face, double seconds) {
        HeadPose pose = HeadPose.of(face.keypoints());
        double noise = NOISE + PIXEL_NOISE / pose.size();
        double[] shape = shape(face, pose);
        center.update(new double[] {pose.center().x(), pose.center().y()}, seconds, noise * pose.size());
        logSize.update(new double[] {Math.log(pose.size())}, seconds, noise);
        roll.update(new double[] {unwrapped(pose.roll(), seconds)}, seconds, noise);
        eyes.update(slice(shape, 0, EYES), seconds, noise);
        others.update(slice(shape, EYES, shape.length), seconds, 2 * noise);
        score = face.score();
    }

    /** Moves on by {@code seconds} as the head moved before, with its size and roll as they are. */
    void coast(double seconds) {
        center.coast(seconds);
        logSize.rest();
        roll.rest();
    }

    /** Returns the face as it may be {@code seconds} after the last. */
    Face predicted(double seconds) {
        double[] at = center.predicted(seconds);
        HeadPose pose = new HeadPose(
                new Point(at[0], at[1]), Math.exp(logSize.predicted(seconds)[0]), roll.predicted(seconds)[0]);
        double[] eye = eyes.predicted(0);
        double[] other = others.predicted(0);
        List<Point> keypoints = new ArrayList<>();
        for (int k = 0; k < Keypoints.COUNT; k++) {
            double[] from = k < EYES / 2 ? eye : other;
            int index = 2 * k - (k < EYES / 2 ? 0 : EYES);
            keypoints.add(pose.toFrame(new Point(from[index], from[index + 1])));
        }
        int box = 2 * Keypoints.COUNT - EYES;
        Point middle = pose.toFrame(new Point(other[box], other[box + 1]));
        double width = other[box + 2] * pose.size();
        double height = other[box + 3] * pose.size();
        return new Face(
                score,
                new Box(middle.x() - width / 2, middle.y() - height / 2, width, height),
                Keypoints.of(keypoints));
    }

    /** Returns the face now. */
    Face face() {
        return predicted(0);
    }

    /** Returns {@code angle} plus full turns, so that it is nearest to what is predicted. */
    private double unwrapped(double angle, double seconds) {
        double predicted = roll.predicted(seconds)[0];
        return angle + 2 * Math.PI * Math.rint((predicted - angle) / (2 * Math.PI));
    }

    private static double[] shape(Face face, HeadPose pose) {
        double[] shape = new double[2 * Keypoints.COUNT + 4];
        int at = 0;
        for (Point point : face.keypoints().toList()) {
            Point inHead = pose.toHead(point);
            shape[at++] = inHead.x();
            shape[at++] = inHead.y();
        }
        Point middle = pose.toHead(face.box().middle());
        shape[at++] = middle.x();
        shape[at++] = middle.y();
        shape[at++] = face.box().width() / pose.size();
        shape[at] = face.box().height() / pose.size();
        return shape;
    }

    private static double[] slice(double[] numbers, int from, int to) {
        return Arrays.copyOfRange(numbers, from, to);
    }
}
