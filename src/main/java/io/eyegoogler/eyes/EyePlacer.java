package io.eyegoogler.eyes;

import io.eyegoogler.Eye;
import io.eyegoogler.Face;
import io.eyegoogler.Gaze;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Decides for each face where its googly eyes go, how large they are and where they look. */
public final class EyePlacer {

    /**
     * The smallest distance between the eyes, as a share of the distance from their midpoint to the mouth. From the
     * front it is about 0.9; of a head turned away the eyes come close together, but don't become smaller.
     */
    public static final double MIN_DISTANCE = 0.75;
    /** Radius of the sclera as a share of the distance between the eyes, before chance. */
    public static final double MEAN_RADIUS = 0.3375;
    /** Each eye's radius is the mean radius times a number drawn evenly from this to {@link #MAX_FACTOR}. */
    public static final double MIN_FACTOR = 0.75;
    /** See {@link #MIN_FACTOR}. */
    public static final double MAX_FACTOR = 1.25;

    private EyePlacer() {}

    /**
     * Returns the eyes of each of {@code faces}: two, or one of a head seen from the side. The same arguments give the
     * same eyes; neither {@code size} nor {@code gaze} changes what chance does to the other.
     *
     * @param size a factor on the eyes' size
     * @param seed of chance
     */
    public static List<Eye> place(List<Face> faces, double size, Gaze gaze, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Eye> eyes = new ArrayList<>(2 * faces.size());
        for (Face face : faces) {
            eyes.addAll(place(face, faces, size, gaze, EyeChance.of(chance), EyeChance.of(chance)));
        }
        return eyes;
    }

    /**
     * Returns the eyes of {@code face}, one of {@code faces}.
     *
     * @param right what chance decides about the right eye; {@code left}, about the left
     */
    public static List<Eye> place(
            Face face, List<Face> faces, double size, Gaze gaze, EyeChance right, EyeChance left) {
        Keypoints keypoints = face.keypoints();
        PupilAim aim = PupilAim.of(gaze, face, faces);
        double radius = MEAN_RADIUS * size * headSize(keypoints);
        double nose = noseOffset(keypoints);
        double toEye = keypoints.rightEye().distanceTo(keypoints.leftEye()) / 2;
        List<Eye> eyes = new ArrayList<>(2);
        if (nose >= -toEye) {
            eyes.add(eye(Eye.Side.RIGHT, keypoints, radius, aim, right));
        }
        if (nose <= toEye) {
            eyes.add(eye(Eye.Side.LEFT, keypoints, radius, aim, left));
        }
        return eyes;
    }

    /** Returns the distance between the eyes that their size is to fit, px. */
    public static double headSize(Keypoints face) {
        return Math.max(
                face.rightEye().distanceTo(face.leftEye()),
                MIN_DISTANCE * face.eyeMiddle().distanceTo(face.mouthCenter()));
    }

    /**
     * The distance of the nose's tip from the axis through the midpoint of the eyes, px, positive towards the left eye.
     * Beyond an eye, that eye is on the far side of the head.
     */
    private static double noseOffset(Keypoints face) {
        Point middle = face.eyeMiddle();
        double roll = face.roll();
        return (face.noseTip().x() - middle.x()) * Math.cos(roll)
                + (face.noseTip().y() - middle.y()) * Math.sin(roll);
    }

    private static Eye eye(Eye.Side side, Keypoints face, double meanRadius, PupilAim aim, EyeChance chance) {
        boolean isRight = side == Eye.Side.RIGHT;
        Point at = isRight ? face.rightEye() : face.leftEye();
        Point other = isRight ? face.leftEye() : face.rightEye();
        double radius = meanRadius * chance.factor();
        return new Eye(side, at, radius, face.roll(), aim.pupil(at, radius, other, chance.angle()), Optional.empty());
    }
}
