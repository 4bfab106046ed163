package io.eyegoogler.detect.fused;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.PhotoSampler;
import java.util.function.UnaryOperator;

/** A photo turned by quarters, and the way back. */
enum RotatedPhoto {
    NONE,
    ONE,
    TWO,
    THREE;

    /** The photo turned clockwise by as much. */
    PhotoSampler turn(PhotoSampler photo) {
        PhotoSampler turned = photo;
        for (int i = 0; i < ordinal(); i++) {
            turned = turned.turned();
        }
        return turned;
    }

    /** A face of the turned photo as one of the photo itself, {@code width} × {@code height} px. */
    Face turnBack(Face face, int width, int height) {
        UnaryOperator<Point> back = point -> switch (this) {
            case NONE -> point;
            case ONE -> new Point(point.y(), height - point.x());
            case TWO -> new Point(width - point.x(), height - point.y());
            case THREE -> new Point(width - point.y(), point.x());
        };
        boolean lying = this == ONE || this == THREE;
        Point middle = back.apply(face.box().middle());
        double boxWidth = lying ? face.box().height() : face.box().width();
        double boxHeight = lying ? face.box().width() : face.box().height();
        Box box = new Box(middle.x() - boxWidth / 2, middle.y() - boxHeight / 2, boxWidth, boxHeight);
        return new Face(face.score(), box, face.keypoints().map(back));
    }
}
