package io.eyegoogler.eyes;

import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Decides for each face where its googly eyes go, how large they are and where they look. */
public final class EyePlacer {

    /** Radius of the sclera as a share of the distance between the eyes, before chance. */
    static final double MEAN_RADIUS = 0.3375;
    /** Each eye's radius is the mean one times a number drawn evenly from this range. */
    static final double LEAST_FACTOR = 0.75;
    static final double GREATEST_FACTOR = 1.25;

    private EyePlacer() {}

    /**
     * Two eyes for each of {@code faces}. The same arguments give the same eyes; neither {@code size} nor {@code gaze}
     * changes what chance does to the other.
     *
     * @param size a factor on the eyes' size
     * @param seed of chance
     */
    public static List<Eye> place(List<Face> faces, double size, Gaze gaze, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Eye> eyes = new ArrayList<>(2 * faces.size());
        for (Face face : faces) {
            Point right = face.keypoints().rightEye();
            Point left = face.keypoints().leftEye();
            eyes.add(eye(right, left, size, gaze, chance));
            eyes.add(eye(left, right, size, gaze, chance));
        }
        return eyes;
    }

    private static Eye eye(Point at, Point other, double size, Gaze gaze, SplittableRandom chance) {
        double factor = LEAST_FACTOR + (GREATEST_FACTOR - LEAST_FACTOR) * chance.nextDouble();
        double anywhere = 2 * Math.PI * chance.nextDouble();
        return new Eye(at, MEAN_RADIUS * at.distanceTo(other) * factor * size, gaze.of(at, other, anywhere));
    }
}
