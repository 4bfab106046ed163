package io.eyegoogler.track;

import io.eyegoogler.Face;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.List;

/**
 * What a head looks like: the mean colors of a grid over it, upright. Tells people apart who come close to each other,
 * and a face from the wall behind it.
 *
 * @param colors [row][column][red, green, blue], 0..1
 */
record Appearance(float[] colors) {

    /** Cells along a side of the grid. */
    private static final int CELLS = 6;
    /** Side of the square, in sizes of the head: from the hair to the collar. */
    private static final double SIDE = 2.8;
    /** Distance of the square's center below the eyes, in sizes of the head. */
    private static final double DROP = 0.4;
    /** How much a new look counts in the mean of all. */
    private static final float RATE = 0.15f;

    /** Returns the appearance of {@code face} in {@code frame}. */
    static Appearance of(PhotoSampler frame, Face face) {
        HeadPose pose = HeadPose.of(face.keypoints());
        SquareCrop eyes = new SquareCrop(pose.center(), SIDE * pose.size(), pose.roll());
        return new Appearance(frame.batch(List.of(eyes.moved(0, DROP * pose.size())), CELLS, 1 / 255f, 0));
    }

    /** Returns the root mean square difference of the colors, 0..1. */
    double distanceTo(Appearance other) {
        double squares = 0;
        for (int i = 0; i < colors.length; i++) {
            double difference = colors[i] - other.colors[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares / colors.length);
    }

    /** Returns this appearance, moved towards {@code now}. */
    Appearance updated(Appearance now) {
        float[] mean = new float[colors.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = colors[i] + RATE * (now.colors[i] - colors[i]);
        }
        return new Appearance(mean);
    }
}
