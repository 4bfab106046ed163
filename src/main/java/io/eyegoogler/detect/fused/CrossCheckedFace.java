package io.eyegoogler.detect.fused;

import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import io.eyegoogler.detect.mtcnn.MtcnnDetection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all networks say about one place, in px of the photo.
 *
 * @param second O-Net's second look, at the face that its first found, turned upright
 * @param last its third look, at the mirror image of the face that the second found
 * @param closeUp what BlazeFace sees when it looks at the face that the second found, if it sees a face at all
 */
record CrossCheckedFace(Candidate candidate, MtcnnDetection second, MtcnnDetection last, Optional<Face> closeUp) {

    /** Where O-Net is this sure, that will do, if RFB came upon the place, or BlazeFace sees it again. */
    private static final double SURE = 0.98;
    /** Where both RFB and O-Net are this sure, that will do too. */
    private static final double BOTH_SURE = 0.9;
    /** Where O-Net is only this sure ... */
    private static final double LIKELY = 0.4;
    /** ... BlazeFace must say as much from near. */
    private static final double CLEAR_YES = 0.76;

    /**
     * Of BlazeFace's eyes, nose and mouth in the mean. They lie half as far again from the truth as O-Net's, but to other
     * sides: with this much of them the median error falls by a tenth to a fifth, in each of eight sets of photos.
     */
    private static final double BLAZE_FACE_SHARE = 0.2;
    /** Keypoints from here on are ears, which O-Net doesn't mark. */
    private static final int EARS = 4;

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
     * The face: eyes, nose and mouth from O-Net, the mean of its upright looks, with a little of BlazeFace's; box and
     * ears from BlazeFace, whose they are, if it sees the face.
     */
    Face face() {
        Face near = closeUp.orElseGet(last::face);
        List<Point> mean = new ArrayList<>();
        for (int k = 0; k < Keypoints.COUNT; k++) {
            Point oNet = keypoint(second, k).middle(keypoint(last, k));
            Point blazeFace = near.keypoints().toList().get(k);
            double share = k < EARS ? closeUp.isPresent() ? BLAZE_FACE_SHARE : 0 : 1;
            mean.add(new Point(
                    oNet.x() + share * (blazeFace.x() - oNet.x()), oNet.y() + share * (blazeFace.y() - oNet.y())));
        }
        return new Face(score(), near.box(), Keypoints.of(mean));
    }

    private static Point keypoint(MtcnnDetection sighting, int k) {
        return sighting.face().keypoints().toList().get(k);
    }
}
