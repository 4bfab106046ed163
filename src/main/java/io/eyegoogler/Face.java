package io.eyegoogler;

/**
 * A face in a photo.
 *
 * @param score the detector's confidence, 0..1
 * @param box the face from brow to chin, in px of the upright photo unless said otherwise
 * @param keypoints eyes, nose, mouth and ears, in the same frame
 */
public record Face(double score, Box box, Keypoints keypoints) {

    /**
     * Checks the score.
     *
     * @param score from 0 to 1
     * @param box the face from brow to chin
     * @param keypoints in the frame of {@code box}
     * @throws IllegalArgumentException if {@code score} is out of range or not a number
     */
    public Face {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score is from 0 to 1, not " + score);
        }
    }
}
