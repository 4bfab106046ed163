package io.eyegoogler.detect.fused;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.stream.IntStream;

/** Where O-Net looks for a head that is known from another frame, and how the parts that it doesn't locate move. */
final class HeadGeometry {

    /** Side of O-Net's crop, in head sizes: on a plateau of the eye error of 36 faces, which reaches from 2.1 to 2.6. */
    private static final double ONET_SIDE = 2.4;
    /** Distance of the center of O-Net's crop below the eyes, in head sizes. */
    private static final double ONET_DROP = 0.38;

    private HeadGeometry() {}

    /** Returns {@code face} with the mean of O-Net's keypoints; its ears and its box move with them. */
    static Face moved(Face face, double score, Keypoints straight, Keypoints mirrored) {
        Keypoints before = face.keypoints();
        Keypoints now = mean(straight, mirrored);
        double scale = size(now) / size(before);
        SquareCrop from = new SquareCrop(before.eyeMiddle(), 1, before.roll());
        SquareCrop to = new SquareCrop(now.eyeMiddle(), 1, now.roll());
        Box box = face.box();
        return new Face(
                score,
                Box.around(moved(box.middle(), from, to, scale), scale * box.width(), scale * box.height()),
                new Keypoints(
                        now.rightEye(),
                        now.leftEye(),
                        now.noseTip(),
                        now.mouthCenter(),
                        moved(before.rightEarTragion(), from, to, scale),
                        moved(before.leftEarTragion(), from, to, scale)));
    }

    private static Keypoints mean(Keypoints one, Keypoints other) {
        return Keypoints.of(IntStream.range(0, Keypoints.COUNT)
                .mapToObj(k -> one.toList().get(k).middle(other.toList().get(k)))
                .toList());
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
        return eyes.moved(0, ONET_DROP * size);
    }

    /** Returns {@link Keypoints#headSize}, at least 1 px. */
    static double size(Keypoints face) {
        return Math.max(1, face.headSize());
    }
}
