package io.eyegoogler.detect.blazeface;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.Point;

/**
 * A square of the photo that the model looks at. It may reach beyond the photo; there the model sees black.
 *
 * @param x left border, px of the photo, likewise {@code y} the upper one
 * @param side px of the photo
 */
public record View(double x, double y, double side) {

    public View {
        if (!(side > 0)) {
            throw new IllegalArgumentException("A view's side is more than 0 px, not " + side);
        }
    }

    /** The smallest square around the middle of a photo that holds all of it: MediaPipe's letterbox. */
    public static View letterbox(int width, int height) {
        int side = Math.max(width, height);
        return new View((width - side) / 2.0, (height - side) / 2.0, side);
    }

    Box square() {
        return new Box(x, y, side, side);
    }

    /** From 0..1 of this view to px of the photo (MediaPipe's detection projection). Nothing is clamped. */
    Face project(Face face) {
        Box box = face.box();
        return new Face(
                face.score(),
                new Box(x + box.x() * side, y + box.y() * side, box.width() * side, box.height() * side),
                face.keypoints().map(point -> new Point(x + point.x() * side, y + point.y() * side)));
    }
}
