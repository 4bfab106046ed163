package io.eyegoogler.detect.fused;

import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each network says about a candidate, in px of the photo.
 *
 * @param candidate what RFB or BlazeFace proposed
 * @param aligned O-Net's second detection, in a crop aligned to the face that its first one found
 * @param mirrored O-Net's third detection, in the mirror image of a crop aligned to {@code aligned}; a case of
 *     test-time augmentation
 * @param blazeFace BlazeFace's detection in a crop aligned to {@code aligned}, if there is one
 */
record CrossCheckedFace(Candidate candidate, Face aligned, Face mirrored, Optional<Face> blazeFace) {

    /** O-Net's score that is sufficient if RFB proposed the candidate or BlazeFace detects it again. */
    private static final double MIN_ONET_SCORE = 0.98;
    /** Score that is sufficient if both RFB and O-Net reach it. */
    private static final double MIN_RFB_AND_ONET_SCORE = 0.9;
    /** O-Net's score that is sufficient with {@link #MIN_BLAZE_FACE_SCORE}. */
    private static final double MIN_LIKELY_ONET_SCORE = 0.4;
    /** BlazeFace's score that is sufficient with {@link #MIN_LIKELY_ONET_SCORE}. */
    private static final double MIN_BLAZE_FACE_SCORE = 0.76;

    /**
     * Weight of BlazeFace's eyes, nose and mouth in the mean. Their error is half as large again as O-Net's, but in
     * other directions: this weight lowers the median error by a tenth to a fifth in each of eight sets of photos.
     */
    private static final double BLAZE_FACE_WEIGHT = 0.2;
    /** Index of the first ear keypoint; O-Net doesn't locate ears. */
    private static final int FIRST_EAR = 4;

    /** Returns O-Net's mean score for the aligned face. */
    private double oNetScore() {
        return (aligned.score() + mirrored.score()) / 2;
    }

    private double blazeFaceScore() {
        return blazeFace.map(Face::score).orElse(0.0);
    }

    /** Returns the mean of O-Net's and BlazeFace's scores, 0..1. */
    double score() {
        return (oNetScore() + blazeFaceScore()) / 2;
    }

    /** Tells whether it is a face: the less certain one network is, the more certain another must be. */
    boolean isFace() {
        return oNetScore() >= MIN_ONET_SCORE && (candidate.rfbScore() > 0 || blazeFace.isPresent())
                || oNetScore() >= MIN_RFB_AND_ONET_SCORE && candidate.rfbScore() >= MIN_RFB_AND_ONET_SCORE
                || oNetScore() >= MIN_LIKELY_ONET_SCORE && blazeFaceScore() >= MIN_BLAZE_FACE_SCORE;
    }

    /**
     * Returns the face: eyes, nose and mouth are O-Net's, averaged over both detections and, with a small weight,
     * BlazeFace's; box and ears are BlazeFace's, or O-Net's if BlazeFace detects no face.
     */
    Face face() {
        Face boxed = blazeFace.orElse(mirrored);
        double blazeFaceWeight = blazeFace.isPresent() ? BLAZE_FACE_WEIGHT : 0;
        List<Point> keypoints = new ArrayList<>();
        for (int k = 0; k < Keypoints.COUNT; k++) {
            Point oNet = keypoint(aligned, k).middle(keypoint(mirrored, k));
            Point other = keypoint(boxed, k);
            double weight = k < FIRST_EAR ? blazeFaceWeight : 1;
            keypoints.add(
                    new Point(oNet.x() + weight * (other.x() - oNet.x()), oNet.y() + weight * (other.y() - oNet.y())));
        }
        return new Face(score(), boxed.box(), Keypoints.of(keypoints));
    }

    private static Point keypoint(Face face, int k) {
        return face.keypoints().toList().get(k);
    }
}
