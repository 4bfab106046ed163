package io.eyegoogler.track;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** A face as smoothed over the frames: the head's pose, and the keypoints and the box relative to the head. */
final class SmoothedFace {

    /** Standard deviation of a measured keypoint, in sizes of the head. */
    private static final double NOISE = 0.015;
    /** The same in px, which counts in small faces. */
    private static final double PIXEL_NOISE = 0.25;
    /** Of a shape, the numbers that describe the eyes, which come first: two coordinates each. */
    private static final int EYES = 4;
    /** Index in a shape of the box: its center's coordinates, its width and its height. */
    private static final int BOX = 2 * Keypoints.COUNT;

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
        eyes = new MotionFilter(Arrays.copyOfRange(shape, 0, EYES));
        others = new MotionFilter(Arrays.copyOfRange(shape, EYES, shape.length));
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
        eyes.update(Arrays.copyOfRange(shape, 0, EYES), seconds, noise);
        others.update(Arrays.copyOfRange(shape, EYES, shape.length), seconds, 2 * noise);
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
        double[] shape = DoubleStream.concat(Arrays.stream(eyes.predicted(0)), Arrays.stream(others.predicted(0)))
                .toArray();
        List<Point> keypoints = new ArrayList<>();
        for (int k = 0; k < Keypoints.COUNT; k++) {
            keypoints.add(pose.toFrame(new Point(shape[2 * k], shape[2 * k + 1])));
        }
        Point middle = pose.toFrame(new Point(shape[BOX], shape[BOX + 1]));
        Box box = Box.around(middle, shape[BOX + 2] * pose.size(), shape[BOX + 3] * pose.size());
        return new Face(score, box, Keypoints.of(keypoints));
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

    /** Returns the keypoints and the box in the head's frame of reference. */
    private static double[] shape(Face face, HeadPose pose) {
        double[] shape = new double[BOX + 4];
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
}
