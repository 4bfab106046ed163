package io.eyegoogler;

/**
 * A point, in px of the upright photo unless said otherwise.
 *
 * @param x to the right
 * @param y down
 */
public record Point(double x, double y) {

    /**
     * {@return the distance to {@code other}, in the unit of both}
     *
     * @param other the point to measure to
     */
    public double distanceTo(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /**
     * {@return the midpoint between this point and {@code other}}
     *
     * @param other the other end
     */
    public Point middle(Point other) {
        return new Point((x + other.x) / 2, (y + other.y) / 2);
    }
}
