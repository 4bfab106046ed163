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
record Suspect(Sighting first, Sighting second, Sighting last, Face closeUp, boolean both) {

    /** Where O-Net is this sure in two looks, BlazeFace's faintest yes will do. */
    private static final double SURE = 0.97;
    /** Where it is this sure in the second, or in both and BlazeFace came upon the place by itself ... */
    private static final double LIKELY = 0.8;
    /** ... BlazeFace must say as much from near. */
    private static final double CLEAR_YES = 0.65;

    /** O-Net's scores, on average. */
    private double oNet() {
        return (first.score() + second.score()) / 2;
    }

    /** How sure both detectors are, on average, 0..1. */
    double score() {
        return Math.max(0, Math.min(1, (oNet() + closeUp.score()) / 2));
    }

    /** Whether it is a face: the less sure one detector is, the surer the other must be. */
    boolean isFace() {
        return oNet() >= SURE
                || second.score() >= LIKELY && closeUp.score() >= CLEAR_YES
                || oNet() >= LIKELY && both;
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
