package io.eyegoogler.eyes;

import io.eyegoogler.detect.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Draws one {@link Part} of a style onto a photo, eye after eye. */
final class PartPainter {

    private static final int HEX = 16;

    private final Part part;
    private final Color colour;
    /** In radii; null of a circle. */
    private final Path2D path;

    PartPainter(Part part) {
        this.part = part;
        this.colour = colour(part.fill());
        this.path = part.path() == null ? null : PathData.parse(part.path());
    }

    private static Color colour(String fill) {
        String hex = fill.substring(1);
        String alpha = hex.length() > 6 ? hex.substring(6) : "ff";
        return new Color(Integer.parseUnsignedInt(alpha + hex.substring(0, 6), HEX), true);
    }

    /**
     * Draws the part.
     *
     * @param pupil px of the photo
     */
    void paint(Eye eye, Point pupil, Graphics2D graphics) {
        Shape shape = outline(eye, frame(eye, pupil));
        if (part.stroke() != null) {
            float width = (float) (part.stroke() * eye.radius());
            shape = new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(shape);
        }
        graphics.setColor(colour);
        graphics.fill(part.inside() ? upToTheEdge(eye, shape) : shape);
    }

    /** From the part's radii to px of the photo. */
    private AffineTransform frame(Eye eye, Point pupil) {
        Point origin = part.on() == Part.On.EYE ? eye.centre() : pupil;
        AffineTransform frame = AffineTransform.getTranslateInstance(origin.x(), origin.y());
        if (part.on() != Part.On.LIGHT) {
            frame.rotate(eye.roll());
        }
        boolean mirrored = part.mirror() && eye.side() == Eye.Side.LEFT;
        frame.scale(mirrored ? -eye.radius() : eye.radius(), eye.radius());
        return frame;
    }

    /** A circle stays one, rather than four curves that would turn. */
    private Shape outline(Eye eye, AffineTransform frame) {
        if (path != null) {
            return frame.createTransformedShape(path);
        }
        Point2D centre = frame.transform(new Point2D.Double(part.circle().get(0), part.circle().get(1)), null);
        return disc(centre.getX(), centre.getY(), part.circle().get(2) * eye.radius());
    }

    /** A clip of the graphics would have steps at its edge. */
    private static Shape upToTheEdge(Eye eye, Shape shape) {
        Area inside = new Area(shape);
        inside.intersect(new Area(disc(eye.centre().x(), eye.centre().y(), eye.radius())));
        return inside;
    }

    private static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
