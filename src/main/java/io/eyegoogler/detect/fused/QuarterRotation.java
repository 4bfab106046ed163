package io.eyegoogler.detect.fused;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.PhotoSampler;
import java.util.function.UnaryOperator;

/** A rotation of a photo by a multiple of 90°, and its inverse for the faces found. */
enum QuarterRotation {
    NONE,
    CLOCKWISE_90,
    CLOCKWISE_180,
    CLOCKWISE_270;

    /** Returns the photo rotated. */
    PhotoSampler rotate(PhotoSampler photo) {
        PhotoSampler rotated = photo;
        for (int i = 0; i < ordinal(); i++) {
            rotated = rotated.rotatedClockwise();
        }
        return rotated;
    }

    /** Maps a face of the rotated photo back to the original, which is {@code width} × {@code height} px. */
    Face rotateBack(Face face, int width, int height) {
        UnaryOperator<Point> back = point -> switch (this) {
            case NONE -> point;
            case CLOCKWISE_90 -> new Point(point.y(), height - point.x());
            case CLOCKWISE_180 -> new Point(width - point.x(), height - point.y());
            case CLOCKWISE_270 -> new Point(width - point.y(), point.x());
        };
        boolean sideways = this == CLOCKWISE_90 || this == CLOCKWISE_270;
        Box box = face.box();
        Box boxBack = Box.around(
                back.apply(box.middle()), sideways ? box.height() : box.width(), sideways ? box.width() : box.height());
        return new Face(face.score(), boxBack, face.keypoints().map(back));
    }
}
