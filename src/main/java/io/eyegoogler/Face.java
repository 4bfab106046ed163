package io.eyegoogler;

/**
 * A face.
 *
 * @param score how sure the detector is, 0..1
 * @param box the face from brow to chin, in px of the upright photo unless said
 * @param keypoints eyes, nose, mouth and ears, in the same frame
 */
public record Face(double score, Box box, Keypoints keypoints) {

    public Face {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score is from 0 to 1, not " + score);
        }
    }
}
