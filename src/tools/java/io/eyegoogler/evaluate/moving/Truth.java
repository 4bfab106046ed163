package io.eyegoogler.evaluate.moving;

import io.eyegoogler.Point;

/**
 * The ground truth of a frame: where a person's eyes are.
 *
 * @param person index among those of the scene
 * @param rightEye px of the frame; {@code leftEye} likewise
 * @param sight how much of the face can be seen
 */
public record Truth(int person, Point rightEye, Point leftEye, Sight sight) {

    /** How much of a face can be seen. */
    public enum Sight {
        /** Eyes and mouth: it is to be found. */
        ALL,
        /** Some of it: it may be found. */
        PART,
        /** Neither eyes nor mouth: it is not to be found. */
        NONE
    }

    /** Returns the distance between the eyes, px. */
    public double eyeDistance() {
        return rightEye.distanceTo(leftEye);
    }

    /** Returns the middle between the eyes, px. */
    public Point middle() {
        return rightEye.middle(leftEye);
    }
}
