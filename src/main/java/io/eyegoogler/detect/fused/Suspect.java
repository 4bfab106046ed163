package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.Keypoints;
import io.eyegoogler.detect.Point;
import io.eyegoogler.detect.View;
import io.eyegoogler.detect.mtcnn.Sighting;

/**
 * What both detectors say about one place, in px of the photo.
 *
 * @param first O-Net's first look
 * @param second O-Net's second look, at the face that the first found, turned so that its eyes are level
 * @param closeUp the short-range model's look at it
 */
record Suspect(Sighting first, Sighting second, Face closeUp) {

    /** Where O-Net is this sure on average, the other detector's faintest yes will do. */
    private static final double SURE = 0.98;
    private static final double FAINT_YES = 0.4;
    /** Elsewhere both must mean it. */
    private static final double LIKELY = 0.8;
    private static final double CLEAR_YES = 0.6;

    /** O-Net's scores, on average. */
    private double oNet() {
        return (first.score() + second.score()) / 2;
    }

    /** How sure both are, on average. */
    double score() {
        return Math.min(1, (oNet() + closeUp.score()) / 2);
    }

    /** Whether it is a face: where one is less sure, the other must be surer. */
    boolean isFace() {
        return oNet() >= SURE && closeUp.score() >= FAINT_YES || oNet() >= LIKELY && closeUp.score() >= CLEAR_YES;
    }

    /**
     * The face: eyes, nose and mouth from O-Net, the mean of its two looks, which are nearer to the truth than
     * BlazeFace's by a third; box and ears from BlazeFace, which alone has them.
     */
    Face face() {
        Keypoints rough = closeUp.keypoints();
        Keypoints fine = new Keypoints(
                middle(first.rightEye(), second.rightEye()),
                middle(first.leftEye(), second.leftEye()),
                middle(first.noseTip(), second.noseTip()),
                middle(middle(first.mouthRight(), first.mouthLeft()), middle(second.mouthRight(), second.mouthLeft())),
                rough.rightEarTragion(),
                rough.leftEarTragion());
        return new Face(score(), closeUp.box(), fine);
    }

    static Point middle(Point a, Point b) {
        return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
    }
}
