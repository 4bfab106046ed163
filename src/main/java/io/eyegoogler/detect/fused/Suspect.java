package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.Keypoints;
import io.eyegoogler.detect.mtcnn.Sighting;
import java.util.Optional;

/**
 * What all networks say about one place, in px of the photo.
 *
 * @param second O-Net's second look, at the face that its first found, turned upright
 * @param last its third look, at the face that the second found
 * @param closeUp what BlazeFace sees when it looks at the face that the second found, if it sees a face at all
 */
record Suspect(Candidate candidate, Sighting second, Sighting last, Optional<Face> closeUp) {

    /** Where O-Net is this sure, that will do, if RFB came upon the place, or BlazeFace sees it again. */
    private static final double SURE = 0.97;
    /** Where both RFB and O-Net are this sure, that will do too. */
    private static final double BOTH_SURE = 0.9;
    /** Where O-Net is only this sure ... */
    private static final double LIKELY = 0.4;
    /** ... BlazeFace must say as much from near. */
    private static final double CLEAR_YES = 0.76;

    /** O-Net's scores for the face upright, on average. */
    private double oNet() {
        return (second.score() + last.score()) / 2;
    }

    private double blazeFace() {
        return closeUp.map(Face::score).orElse(0.0);
    }

    /** How sure both are from near, on average, 0..1. */
    double score() {
        return Math.max(0, Math.min(1, (oNet() + blazeFace()) / 2));
    }

    /** Whether it is a face: the less sure one network is, the surer another must be. */
    boolean isFace() {
        return oNet() >= SURE && (candidate.rfb() > 0 || closeUp.isPresent())
                || oNet() >= BOTH_SURE && candidate.rfb() >= BOTH_SURE
                || oNet() >= LIKELY && blazeFace() >= CLEAR_YES;
    }

    /**
     * The face: eyes, nose and mouth from O-Net, the mean of its upright looks, which lie a third nearer to the truth
     * than BlazeFace's; box and ears from BlazeFace, whose they are, if it sees the face.
     */
    Face face() {
        Face near = closeUp.orElseGet(last::face);
        Box box = near.box();
        Keypoints keypoints = new Keypoints(
                second.rightEye().middle(last.rightEye()),
                second.leftEye().middle(last.leftEye()),
                second.noseTip().middle(last.noseTip()),
                second.mouthCenter().middle(last.mouthCenter()),
                near.keypoints().rightEarTragion(),
                near.keypoints().leftEarTragion());
        return new Face(score(), box, keypoints);
    }
}
