package io.eyegoogler.eyes;

import io.eyegoogler.Eye;
import io.eyegoogler.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Draws one {@link StyleShape} of a style onto a photo, eye after eye. */
final class StyleShapePainter {

    private static final int HEX = 16;
    /** Strokes are made for a radius of so many px, because their curves are as exact as a pixel needs. */
    private static final double STROKE_SCALE = 1000;

    private final StyleShape part;
    private final Color color;
    /** What is filled, in radii; null of a circle. */
    private final Shape path;

    StyleShapePainter(StyleShape part) {
        this.part = part;
        this.color = color(part.fill());
        this.path = part.path() == null ? null : path(part);
    }

    private static Color color(String fill) {
        String hex = fill.substring(1);
        String alpha = hex.length() > 6 ? hex.substring(6) : "ff";
        return new Color(Integer.parseUnsignedInt(alpha + hex.substring(0, 6), HEX), true);
    }

    private static Shape path(StyleShape part) {
        Path2D path = SvgPathParser.parse(part.path());
        if (part.stroke() == null) {
            return path;
        }
        float width = (float) (part.stroke() * STROKE_SCALE);
        Shape stroked = new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(scaled(path, STROKE_SCALE));
        return scaled(stroked, 1 / STROKE_SCALE);
    }

    private static Shape scaled(Shape shape, double factor) {
        return AffineTransform.getScaleInstance(factor, factor).createTransformedShape(shape);
    }

    /**
     * Draws the part.
     *
     * @param pupil px of the photo
     */
    void paint(Eye eye, Point pupil, Graphics2D graphics) {
        AffineTransform frame = frame(eye, pupil);
        Shape shape = path == null ? circle(eye, frame) : frame.createTransformedShape(path);
        graphics.setColor(color);
        graphics.fill(
                part.inside()
                        ? CircleClipper.clip(
                                shape, eye.center().x(), eye.center().y(), eye.radius())
                        : shape);
    }

    /** From the part's radii to px of the photo. */
    private AffineTransform frame(Eye eye, Point pupil) {
        Point origin = part.on() == StyleShape.On.EYE ? eye.center() : pupil;
        AffineTransform frame = AffineTransform.getTranslateInstance(origin.x(), origin.y());
        if (part.on() != StyleShape.On.LIGHT) {
            frame.rotate(eye.roll());
        }
        boolean mirrored = part.mirror() && eye.side() == Eye.Side.LEFT;
        frame.scale(mirrored ? -eye.radius() : eye.radius(), eye.radius());
        return frame;
    }

    /** A circle stays one, or two for a stroke's edges, rather than curves that would turn. */
    private Shape circle(Eye eye, AffineTransform frame) {
        Point2D center = frame.transform(
                new Point2D.Double(part.circle().get(0), part.circle().get(1)), null);
        double radius = part.circle().get(2) * eye.radius();
        if (part.stroke() == null) {
            return disc(center, radius);
        }
        double half = part.stroke() * eye.radius() / 2;
        Path2D ring = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        ring.append(disc(center, radius + half), false);
        ring.append(disc(center, Math.max(0, radius - half)), false);
        return ring;
    }

    private static Shape disc(Point2D center, double radius) {
        return new Ellipse2D.Double(center.getX() - radius, center.getY() - radius, 2 * radius, 2 * radius);
    }
}
