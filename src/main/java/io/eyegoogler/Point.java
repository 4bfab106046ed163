package io.eyegoogler;

/** A place, x to the right and y down, in the frame of whatever holds it (px of the upright photo unless said). */
public record Point(double x, double y) {

    /** The distance to {@code other}, in the unit of both. */
    public double distanceTo(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The place half way to {@code other}. */
    public Point middle(Point other) {
        return new Point((x + other.x) / 2, (y + other.y) / 2);
    }
}
