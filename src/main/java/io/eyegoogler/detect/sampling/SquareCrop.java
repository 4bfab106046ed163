package io.eyegoogler.detect.sampling;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Point;

/**
 * A square region of interest of a photo. It may extend beyond the photo, where pixels are black.
 *
 * @param center px of the photo
 * @param side px of the photo
 * @param rotation of the crop's x-axis from the photo's, clockwise, radians
 */
public record SquareCrop(Point center, double side, double rotation) {

    public SquareCrop {
        if (!(side > 0)) {
            throw new IllegalArgumentException("The side of a crop must be positive, not " + side + " px");
        }
    }

    /** Returns the smallest square that contains a whole photo, centered on it: MediaPipe's letterbox. */
    public static SquareCrop letterbox(int width, int height) {
        return new SquareCrop(new Point(width / 2.0, height / 2.0), Math.max(width, height), 0);
    }

    /** Returns a square around a face, with its eyes level; its side is {@code margin} longer sides of the box. */
    public static SquareCrop aligned(Face face, double margin) {
        double side =
                Math.max(1, margin * Math.max(face.box().width(), face.box().height()));
        return new SquareCrop(face.box().middle(), side, face.keypoints().roll());
    }

    /** Returns this crop with its side multiplied by {@code factor}. */
    public SquareCrop enlarged(double factor) {
        return new SquareCrop(center, factor * side, rotation);
    }

    /** Returns this crop moved by {@code right} and {@code down} px along its axes. */
    public SquareCrop moved(double right, double down) {
        return new SquareCrop(at(right, down), side, rotation);
    }

    /** Returns this crop of the photo with x and y swapped. */
    public SquareCrop transposed() {
        return new SquareCrop(new Point(center.y(), center.x()), side, -rotation);
    }

    /** Returns a crop without rotation as a box, px of the photo. */
    Box box() {
        return Box.around(center, side, side);
    }

    /** Returns the point of the photo {@code right} and {@code down} px from the center along the crop's axes. */
    public Point at(double right, double down) {
        return new Point(
                center.x() + right * Math.cos(rotation) - down * Math.sin(rotation),
                center.y() + right * Math.sin(rotation) + down * Math.cos(rotation));
    }

    /**
     * Maps a face from 0..1 of this crop to px of the photo (MediaPipe's detection projection), without clamping. The
     * box keeps its size, and is upright even if the crop is rotated.
     */
    public Face project(Face face) {
        return new Face(face.score(), project(face.box()), face.keypoints().map(this::project));
    }

    /** Maps a box; see {@link #project(Face)}. */
    public Box project(Box box) {
        return Box.around(project(box.middle()), box.width() * side, box.height() * side);
    }

    /** Maps a point from 0..1 of this crop to px of the photo. */
    public Point project(Point point) {
        return at((point.x() - 0.5) * side, (point.y() - 0.5) * side);
    }
}
