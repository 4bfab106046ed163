package io.eyegoogler;

/**
 * An upright rectangle, (x, y) its top left corner, in the frame of whatever holds it (px of the upright photo unless
 * said). It may reach beyond the photo: a face cut off by the border has its box where the whole face would be.
 */
public record Box(double x, double y, double width, double height) {

    /** The middle. */
    public Point middle() {
        return new Point(x + width / 2, y + height / 2);
    }

    /** The area that both cover over the area that either covers, 0..1. */
    public double intersectionOverUnion(Box other) {
        double intersection = intersection(other);
        return intersection == 0 ? 0 : intersection / (area() + other.area() - intersection);
    }

    /** The area that both cover over the area of the smaller, 0..1. */
    public double intersectionOverSmaller(Box other) {
        double intersection = intersection(other);
        return intersection == 0 ? 0 : intersection / Math.min(area(), other.area());
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
