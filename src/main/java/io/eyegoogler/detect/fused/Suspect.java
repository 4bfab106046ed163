package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.Keypoints;
import io.eyegoogler.detect.mtcnn.Sighting;

/**
 * What both detectors say about one place, in px of the photo.
 *
 * @param first O-Net's first look
 * @param second its second look, at the face that the first found, turned upright
 * @param last its third look, at the face that the second found
 * @param closeUp what BlazeFace sees when it looks at the face that the second found
 * @param both whether each detector came upon the place by itself
 */
record Suspect(Candidate candidate, Sighting first, Sighting second, Sighting last, Face closeUp) {


    double oNet() {
        return (second.score() + last.score()) / 2;
    }

    /** How sure both detectors are, on average, 0..1. */
    double score() {
        return Math.max(0, Math.min(1, (oNet() + closeUp.score()) / 2));
    }

    /** Whether it is a face: the less sure one detector is, the surer the other must be. */
    boolean isFace() {
        return oNet() >= 0.97
                || oNet() >= 0.8 && closeUp.score() >= 0.65
                || oNet() >= 0.8 && candidate.blazeFace() >= 0.5
                || oNet() >= 0.9 && candidate.rfb() >= 0.3;
    }

    /**
     * The face: eyes, nose and mouth from O-Net, the mean of its upright looks, which lie a third nearer to the truth
     * than BlazeFace's; box and ears from BlazeFace, whose they are.
     */
    Face face() {
        Keypoints keypoints = new Keypoints(
                second.rightEye().middle(last.rightEye()),
                second.leftEye().middle(last.leftEye()),
                second.noseTip().middle(last.noseTip()),
                second.mouthCenter().middle(last.mouthCenter()),
                closeUp.keypoints().rightEarTragion(),
                closeUp.keypoints().leftEarTragion());
        return new Face(score(), closeUp.box(), keypoints);
    }
}
