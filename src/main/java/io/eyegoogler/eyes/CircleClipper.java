package io.eyegoogler.eyes;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;

/**
 * Clips shapes to a circle, as {@code java.awt.geom.Area} does, in a fraction of the time.
 *
 * <p>The parts of an outline that lie outside the circle are projected onto it along its radii. They cross no point
 * within the circle on the way, so each such point is inside the result exactly if it was inside the shape.
 */
final class CircleClipper {

    /** Maximum distance of curves and of the circle from the line segments that approximate them, px. */
    private static final double FLATNESS = 0.03;
    /** Maximum angle between points of the circle, radians. */
    private static final double MAX_STEP = 0.2;
    /**
     * Minimum angle between points of the circle, radians: fine enough up to a radius of 240,000 px, and bounds the
     * memory.
     */
    private static final double MIN_STEP = 1e-3;

    private final double centerX;
    private final double centerY;
    private final double radius;
    private final double step;
    private final Path2D result = new Path2D.Double();
    private double x;
    private double y;

    private CircleClipper(double centerX, double centerY, double radius) {
        this.centerX = centerX;
        this.centerY = centerY;
        this.radius = radius;
        // The distance of a chord from its circle is r·(1 − cos(step / 2)) ≈ r·step²/8.
        this.step = Math.max(MIN_STEP, Math.min(MAX_STEP, Math.sqrt(8 * FLATNESS / radius)));
    }

    /** Returns {@code shape} clipped to a circle, px. */
    static Shape clip(Shape shape, double centerX, double centerY, double radius) {
        CircleClipper clip = new CircleClipper(centerX, centerY, radius);
        return clip.contains(shape.getBounds2D()) ? shape : clip.clip(shape);
    }

    private boolean contains(Rectangle2D bounds) {
        double farX = Math.max(centerX - bounds.getMinX(), bounds.getMaxX() - centerX);
        double farY = Math.max(centerY - bounds.getMinY(), bounds.getMaxY() - centerY);
        return Math.hypot(farX, farY) <= radius;
    }

    private Shape clip(Shape shape) {
        PathIterator path = shape.getPathIterator(null, FLATNESS);
        result.setWindingRule(path.getWindingRule());
        double[] point = new double[6];
        double beginX = 0;
        double beginY = 0;
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(point)) {
                case PathIterator.SEG_MOVETO -> {
                    close(beginX, beginY);
                    beginX = point[0] - centerX;
                    beginY = point[1] - centerY;
                    begin(beginX, beginY);
                }
                case PathIterator.SEG_LINETO -> line(point[0] - centerX, point[1] - centerY);
                default -> line(beginX, beginY);
            }
        }
        close(beginX, beginY);
        return result;
    }

    private void begin(double toX, double toY) {
        double drawnIn = Math.min(1, radius / Math.hypot(toX, toY));
        result.moveTo(centerX + drawnIn * toX, centerY + drawnIn * toY);
        x = toX;
        y = toY;
    }

    /** Closes the subpath explicitly, as filling would, so that its last segment is clipped too. */
    private void close(double beginX, double beginY) {
        if (x != beginX || y != beginY) {
            line(beginX, beginY);
        }
    }

    /** Adds a segment of the outline, relative to the center, split where it crosses the circle. */
    private void line(double toX, double toY) {
        double fromX = x;
        double fromY = y;
        double wayX = toX - fromX;
        double wayY = toY - fromY;
        DoubleStream.concat(crossings(wayX, wayY), DoubleStream.of(1))
                .forEach(share -> piece(fromX + share * wayX, fromY + share * wayY));
    }

    /** Returns where the segment crosses the circle, as shares of its length, ascending. */
    private DoubleStream crossings(double wayX, double wayY) {
        boolean inside = Math.max(Math.hypot(x, y), Math.hypot(x + wayX, y + wayY)) <= radius;
        double square = wayX * wayX + wayY * wayY;
        double half = (x * wayX + y * wayY) / square;
        double root = half * half - (x * x + y * y - radius * radius) / square;
        return inside || !(root > 0)
                ? DoubleStream.empty()
                : DoubleStream.of(-half - Math.sqrt(root), -half + Math.sqrt(root))
                        .filter(at -> at > 0 && at < 1);
    }

    /** Adds a segment that lies entirely inside the circle or outside it. */
    private void piece(double toX, double toY) {
        if (Math.hypot((x + toX) / 2, (y + toY) / 2) > radius) {
            double from = Math.atan2(y, x);
            double turn = Math.IEEEremainder(Math.atan2(toY, toX) - from, 2 * Math.PI);
            int steps = (int) Math.ceil(Math.abs(turn) / step);
            for (int i = 1; i <= steps; i++) {
                double angle = from + turn * i / steps;
                result.lineTo(centerX + radius * Math.cos(angle), centerY + radius * Math.sin(angle));
            }
        } else {
            result.lineTo(centerX + toX, centerY + toY);
        }
        x = toX;
        y = toY;
    }
}
