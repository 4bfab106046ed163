package io.eyegoogler.detect.fused;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.SquareCrop;

/** Where O-Net looks at a head that is known from another frame, and how the parts that it doesn't locate move. */
final class HeadGeometry {

    /** Side of O-Net's crop, in head sizes: on a plateau of the eye error of 36 faces, which reaches from 2.1 to 2.6. */
    private static final double ONET_SIDE = 2.4;
    /** Distance of the center of O-Net's crop below the eyes, in head sizes. */
    private static final double ONET_DROP = 0.38;
    /** Distance between the eyes and the mouth of a head whose size is 1, where it is the larger of the two. */
    private static final double EYES_TO_MOUTH = 0.75;

    private HeadGeometry() {}

    /** Returns {@code face} with the mean of O-Net's keypoints; its ears and its box move with them. */
    static Face moved(Face face, double score, Keypoints straight, Keypoints mirrored) {
        Keypoints before = face.keypoints();
        Point rightEye = straight.rightEye().middle(mirrored.rightEye());
        Point leftEye = straight.leftEye().middle(mirrored.leftEye());
        Point nose = straight.noseTip().middle(mirrored.noseTip());
        Point mouth = straight.mouthCenter().middle(mirrored.mouthCenter());
        Keypoints now =
                new Keypoints(rightEye, leftEye, nose, mouth, before.rightEarTragion(), before.leftEarTragion());
        double scale = size(now) / size(before);
        SquareCrop from = new SquareCrop(before.eyeMiddle(), 1, before.roll());
        SquareCrop to = new SquareCrop(now.eyeMiddle(), 1, now.roll());
        Box box = face.box();
        Point middle = moved(box.middle(), from, to, scale);
        double width = scale * box.width();
        double height = scale * box.height();
        return new Face(
                score,
                new Box(middle.x() - width / 2, middle.y() - height / 2, width, height),
                new Keypoints(
                        rightEye,
                        leftEye,
                        nose,
                        mouth,
                        moved(before.rightEarTragion(), from, to, scale),
                        moved(before.leftEarTragion(), from, to, scale)));
    }

    /** Maps a point from one head's frame of reference to another's, which is {@code scale} times as large. */
    private static Point moved(Point point, SquareCrop from, SquareCrop to, double scale) {
        double x = point.x() - from.center().x();
        double y = point.y() - from.center().y();
        double cos = Math.cos(from.rotation());
        double sin = Math.sin(from.rotation());
        return to.at(scale * (x * cos + y * sin), scale * (y * cos - x * sin));
    }

    /** Returns O-Net's crop of {@code face}, upright, from its eyes and mouth. */
    static SquareCrop oNetCrop(Face face) {
        double size = size(face.keypoints());
        SquareCrop eyes = new SquareCrop(
                face.keypoints().eyeMiddle(),
                Math.max(1, ONET_SIDE * size),
                face.keypoints().roll());
        return new SquareCrop(eyes.at(0, ONET_DROP * size), eyes.side(), eyes.rotation());
    }

    /** Returns the size of a head, px: the distance between the eyes, as far as the head isn't turned away. */
    static double size(Keypoints face) {
        double eyeDistance = face.rightEye().distanceTo(face.leftEye());
        return Math.max(
                1, Math.max(eyeDistance, EYES_TO_MOUTH * face.eyeMiddle().distanceTo(face.mouthCenter())));
    }
}
