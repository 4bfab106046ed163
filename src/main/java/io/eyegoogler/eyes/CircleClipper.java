package io.eyegoogler.eyes;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;

/**
 * Cuts shapes off at a circle, as {@code java.awt.geom.Area} does, in a fraction of the time.
 *
 * <p>What of an outline lies beyond the circle is drawn in, along rays, onto it. No point within the circle is passed by
 * that, so it is as far inside the shape as before; beyond the circle nothing is left.
 */
final class CircleClipper {

    /** How far curves and the circle may be from the lines that are drawn for them, px. */
    private static final double FLATNESS = 0.03;
    /** Between points of the circle, at most, radians. */
    private static final double MAX_STEP = 0.2;
    /** Between points of the circle, at least, radians: enough up to a radius of 240,000 px, and bounds the memory. */
    private static final double MIN_STEP = 1e-3;

    private final double centreX;
    private final double centreY;
    private final double radius;
    private final double step;
    private final Path2D result = new Path2D.Double();
    private double x;
    private double y;

    private CircleClipper(double centreX, double centreY, double radius) {
        this.centreX = centreX;
        this.centreY = centreY;
        this.radius = radius;
        // A chord of so many radians is r·(1 − cos(step / 2)) ≈ r·step²/8 from its circle.
        this.step = Math.max(MIN_STEP, Math.min(MAX_STEP, Math.sqrt(8 * FLATNESS / radius)));
    }

    /** What of {@code shape} lies within a circle, px. */
    static Shape clip(Shape shape, double centreX, double centreY, double radius) {
        CircleClipper clip = new CircleClipper(centreX, centreY, radius);
        return clip.contains(shape.getBounds2D()) ? shape : clip.clip(shape);
    }

    private boolean contains(Rectangle2D bounds) {
        double farX = Math.max(centreX - bounds.getMinX(), bounds.getMaxX() - centreX);
        double farY = Math.max(centreY - bounds.getMinY(), bounds.getMaxY() - centreY);
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
                    beginX = point[0] - centreX;
                    beginY = point[1] - centreY;
                    begin(beginX, beginY);
                }
                case PathIterator.SEG_LINETO -> line(point[0] - centreX, point[1] - centreY);
                default -> line(beginX, beginY);
            }
        }
        close(beginX, beginY);
        return result;
    }

    private void begin(double toX, double toY) {
        double drawnIn = Math.min(1, radius / Math.hypot(toX, toY));
        result.moveTo(centreX + drawnIn * toX, centreY + drawnIn * toY);
        x = toX;
        y = toY;
    }

    /** Filling closes what is open, so the way back needs its part of the circle as well. */
    private void close(double beginX, double beginY) {
        if (x != beginX || y != beginY) {
            line(beginX, beginY);
        }
    }

    /** From where the outline is, from the centre, cut at the circle. */
    private void line(double toX, double toY) {
        double fromX = x;
        double fromY = y;
        double wayX = toX - fromX;
        double wayY = toY - fromY;
        DoubleStream.concat(crossings(wayX, wayY), DoubleStream.of(1))
                .forEach(share -> piece(fromX + share * wayX, fromY + share * wayY));
    }

    /** Where the way from here crosses the circle, in shares of it, ascending. */
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

    /** A line that lies within the circle, or beyond it. */
    private void piece(double toX, double toY) {
        if (Math.hypot((x + toX) / 2, (y + toY) / 2) > radius) {
            double from = Math.atan2(y, x);
            double turn = Math.IEEEremainder(Math.atan2(toY, toX) - from, 2 * Math.PI);
            int steps = (int) Math.ceil(Math.abs(turn) / step);
            for (int i = 1; i <= steps; i++) {
                double angle = from + turn * i / steps;
                result.lineTo(centreX + radius * Math.cos(angle), centreY + radius * Math.sin(angle));
            }
        } else {
            result.lineTo(centreX + toX, centreY + toY);
        }
        x = toX;
        y = toY;
    }
}
