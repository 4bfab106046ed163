package io.eyegoogler.detect;

/**
 * An upright rectangle, (x, y) its top left corner, in the frame of whatever holds it (px of the upright photo unless
 * said). It may reach beyond the photo: a face cut off by the border has its box where the whole face would be.
 */
public record Box(double x, double y, double width, double height) {

    /** The area that both cover over the area that either covers, 0..1. */
    public double intersectionOverUnion(Box other) {
        double overlapWidth = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double overlapHeight = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (overlapWidth <= 0 || overlapHeight <= 0) {
            return 0;
        }
        double intersection = overlapWidth * overlapHeight;
        return intersection / (width * height + other.width * other.height - intersection);
    }
}
