package io.eyegoogler.detect.mtcnn;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;

/**
 * A face as O-Net sees it, in px of the photo.
 *
 * @param score how sure it is, 0..1
 * @param box the face from brow to chin
 * @param rightEye the subject's, on the viewer's left; likewise the corner of the mouth
 */
public record MtcnnDetection(
        double score, Box box, Point rightEye, Point leftEye, Point noseTip, Point mouthRight, Point mouthLeft) {

    /** The middle of the mouth. */
    public Point mouthCenter() {
        return mouthRight.middle(mouthLeft);
    }

    /** This as a face; its ears, which MTCNN doesn't mark, are put at the sides of the box. */
    public Face face() {
        double ears = noseTip.y();
        Point right = new Point(box.x(), ears);
        Point left = new Point(box.x() + box.width(), ears);
        return new Face(
                Math.max(0, Math.min(1, score)),
                box,
                new Keypoints(rightEye, leftEye, noseTip, mouthCenter(), right, left));
    }
}
