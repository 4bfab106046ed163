package io.eyegoogler.detect.sampling;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Point;

/**
 * A square of the photo that a model looks at. It may reach beyond the photo; there the model sees black.
 *
 * @param centre px of the photo
 * @param side px of the photo
 * @param turn how far the view's right is turned from the photo's right, clockwise, radians
 */
public record SquareCrop(Point centre, double side, double turn) {

    public SquareCrop {
        if (!(side > 0)) {
            throw new IllegalArgumentException("A view's side is more than 0 px, not " + side);
        }
    }

    /** The smallest square around the middle of a photo that holds all of it: MediaPipe's letterbox. */
    public static SquareCrop letterbox(int width, int height) {
        return new SquareCrop(new Point(width / 2.0, height / 2.0), Math.max(width, height), 0);
    }

    /** The view that is that square of the photo. */
    public static SquareCrop of(Box square) {
        return new SquareCrop(square.middle(), square.width(), 0);
    }

    /** This view of the photo with x and y exchanged. */
    public SquareCrop transposed() {
        return new SquareCrop(new Point(centre.y(), centre.x()), side, -turn);
    }

    /** The square as a box of the photo; only of a view that isn't turned. */
    Box square() {
        return new Box(centre.x() - side / 2, centre.y() - side / 2, side, side);
    }

    /**
     * From 0..1 of this view to px of the photo (MediaPipe's detection projection). Nothing is clamped. The box of a
     * turned view's face keeps its size and stands upright around its own middle.
     */
    public Face project(Face face) {
        return new Face(face.score(), project(face.box()), face.keypoints().map(this::project));
    }

    /** As {@link #project(Face)}. */
    public Box project(Box box) {
        Point middle = project(box.middle());
        double width = box.width() * side;
        double height = box.height() * side;
        return new Box(middle.x() - width / 2, middle.y() - height / 2, width, height);
    }

    /** From 0..1 of this view to px of the photo. */
    public Point project(Point point) {
        double right = (point.x() - 0.5) * side;
        double down = (point.y() - 0.5) * side;
        return new Point(
                centre.x() + right * Math.cos(turn) - down * Math.sin(turn),
                centre.y() + right * Math.sin(turn) + down * Math.cos(turn));
    }
}
