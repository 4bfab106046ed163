package io.eyegoogler.detect.mtcnn;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.SquareCrop;

/**
 * A face that O-Net detected, in px of the photo unless said otherwise.
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

    /** This detection, in 0..1 of a crop, as it is in the crop's mirror image. */
    MtcnnDetection mirrored() {
        return new MtcnnDetection(
                score,
                new Box(1 - box.x() - box.width(), box.y(), box.width(), box.height()),
                mirrored(leftEye),
                mirrored(rightEye),
                mirrored(noseTip),
                mirrored(mouthLeft),
                mirrored(mouthRight));
    }

    private static Point mirrored(Point point) {
        return new Point(1 - point.x(), point.y());
    }

    /** This detection, in 0..1 of {@code crop}, in px of the photo. */
    MtcnnDetection project(SquareCrop crop) {
        return new MtcnnDetection(
                score,
                crop.project(box),
                crop.project(rightEye),
                crop.project(leftEye),
                crop.project(noseTip),
                crop.project(mouthRight),
                crop.project(mouthLeft));
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
