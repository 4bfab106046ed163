package io.eyegoogler.eyes;

import io.eyegoogler.Face;
import io.eyegoogler.Gaze;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Decides for each face where its googly eyes go, how large they are and where they look. */
public final class EyePlacer {

    /**
     * The least distance between the eyes, as a share of the way from them to the mouth. From the front it is about
     * 0.9; of a head turned away the eyes come close together, but don't become smaller.
     */
    public static final double LEAST_DISTANCE = 0.75;
    /** Radius of the sclera as a share of the distance between the eyes, before chance. */
    public static final double MEAN_RADIUS = 0.3375;
    /** Each eye's radius is the mean one times a number drawn evenly from this range. */
    public static final double LEAST_FACTOR = 0.75;

    public static final double GREATEST_FACTOR = 1.25;

    private EyePlacer() {}

    /**
     * The eyes of each of {@code faces}: two, or, of a head seen from the side, one. The same arguments give the same
     * eyes; neither {@code size} nor {@code gaze} changes what chance does to the other.
     *
     * @param size a factor on the eyes' size
     * @param seed of chance
     */
    public static List<Eye> place(List<Face> faces, double size, Gaze gaze, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Eye> eyes = new ArrayList<>(2 * faces.size());
        for (Face face : faces) {
            Keypoints keypoints = face.keypoints();
            Point right = keypoints.rightEye();
            Point left = keypoints.leftEye();
            double radius = MEAN_RADIUS * size * distance(keypoints);
            double roll = keypoints.roll();
            Eye rightEye = eye(Eye.Side.RIGHT, right, left, radius, roll, gaze, chance);
            Eye leftEye = eye(Eye.Side.LEFT, left, right, radius, roll, gaze, chance);
            double nose = noseBeside(keypoints);
            double toEye = right.distanceTo(left) / 2;
            if (nose >= -toEye) {
                eyes.add(rightEye);
            }
            if (nose <= toEye) {
                eyes.add(leftEye);
            }
        }
        return eyes;
    }

    /** The distance between the eyes that their size is to fit, px. */
    private static double distance(Keypoints face) {
        return Math.max(
                face.rightEye().distanceTo(face.leftEye()),
                LEAST_DISTANCE * face.eyeMiddle().distanceTo(face.mouthCenter()));
    }

    /**
     * How far the nose's tip is beside the middle between the eyes, px, towards the left eye. Beyond an eye, that eye
     * is on the far side of the head.
     */
    private static double noseBeside(Keypoints face) {
        Point middle = face.eyeMiddle();
        double roll = face.roll();
        return (face.noseTip().x() - middle.x()) * Math.cos(roll)
                + (face.noseTip().y() - middle.y()) * Math.sin(roll);
    }

    private static Eye eye(
            Eye.Side side, Point at, Point other, double meanRadius, double roll, Gaze gaze, SplittableRandom chance) {
        double factor = LEAST_FACTOR + (GREATEST_FACTOR - LEAST_FACTOR) * chance.nextDouble();
        double anywhere = 2 * Math.PI * chance.nextDouble();
        return Eye.looking(side, at, meanRadius * factor, roll, gaze.of(at, other, anywhere));
    }
}
