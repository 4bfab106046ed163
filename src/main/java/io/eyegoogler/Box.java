package io.eyegoogler;

/**
 * An upright rectangle, in px of the upright photo unless said otherwise. It may reach beyond the photo: a face that
 * is cut off by the border has its box where the whole face would be.
 *
 * @param x of the left edge
 * @param y of the top edge
 * @param width to the right
 * @param height down
 */
public record Box(double x, double y, double width, double height) {

    /**
     * {@return the box of that size around {@code center}}
     *
     * @param center its center
     * @param width to the right
     * @param height down
     */
    public static Box around(Point center, double width, double height) {
        return new Box(center.x() - width / 2, center.y() - height / 2, width, height);
    }

    /** {@return the center} */
    public Point middle() {
        return new Point(x + width / 2, y + height / 2);
    }

    /**
     * {@return the area that both boxes cover, as a share of the area that at least one covers, 0..1}
     *
     * @param other the other box, in the same frame
     */
    public double intersectionOverUnion(Box other) {
        double intersection = intersection(other);
        return intersection == 0 ? 0 : intersection / (area() + other.area() - intersection);
    }

    private double intersection(Box other) {
        double overlapWidth = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double overlapHeight = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return overlapWidth <= 0 || overlapHeight <= 0 ? 0 : overlapWidth * overlapHeight;
    }

    private double area() {
        return width * height;
    }
}
