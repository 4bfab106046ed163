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

    /** Mean radius of the sclera, in {@linkplain Keypoints#headSize head sizes}. */
    public static final double MEAN_RADIUS = 0.3375;
    /** Each eye's radius is the mean radius times a random factor, uniform from this to {@link #MAX_FACTOR}. */
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
        double radius = MEAN_RADIUS * size * keypoints.headSize();
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
