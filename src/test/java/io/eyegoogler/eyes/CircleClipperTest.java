package io.eyegoogler.eyes;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.EyeStyle;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared with {@link Area}. */
class CircleClipperTest {

    private static final int SIDE = 400;
    private static final double MIDDLE = 200.3;
    /** Levels of 255 by which an edge may differ: Java2D draws curves, and looks at pixels, in eighths. */
    private static final int EDGE = 40;

    /** What styles keep inside, in radii, and shapes that meet the circle in other ways. */
    private static List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>(Arrays.stream(EyeStyle.values())
                .flatMap(style -> StyleDrawing.of(style).parts().stream())
                .filter(StyleShape::inside)
                .map(part -> (Shape) SvgPathParser.parse(part.path()))
                .toList());
        shapes.add(SvgPathParser.parse("M -2 -2 L 2 -2 L 2 2 L -2 2 Z"));
        shapes.add(SvgPathParser.parse("M -3 -0.1 L 3 -0.1 L 3 0.1 L -3 0.1"));
        shapes.add(SvgPathParser.parse("M 3 -0.5 L 3 0.5 L 0 0 Z M -0.9 -0.9 L -0.5 0.9 L -0.1 -0.9 Z"));
        shapes.add(new Ellipse2D.Double(-0.4, -1.3, 1.2, 1.2));
        shapes.add(new Ellipse2D.Double(-1.5, -1.5, 3, 3));
        return shapes;
    }

    private static int[] filled(Shape shape) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fill(shape);
        graphics.dispose();
        return picture.getRaster().getSamples(0, 0, SIDE, SIDE, 0, (int[]) null);
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 20, 150})
    void clip_fillsWhatAnAreaWould(double radius) {
        Area disc = new Area(new Ellipse2D.Double(MIDDLE - radius, MIDDLE - radius, 2 * radius, 2 * radius));
        for (Shape shape : shapes()) {
            for (double turn = 0; turn < 6; turn += 0.7) {
                AffineTransform frame = AffineTransform.getTranslateInstance(
                        MIDDLE + 0.4 * radius * Math.cos(turn), MIDDLE + 0.4 * radius * Math.sin(turn));
                frame.rotate(turn);
                frame.scale(radius, radius);
                Shape placed = frame.createTransformedShape(shape);
                Area expected = new Area(placed);
                expected.intersect(disc);

                check(filled(expected), filled(CircleClipper.clip(placed, MIDDLE, MIDDLE, radius)));
            }
        }
    }

    private static void check(int[] expected, int[] actual) {
        for (int i = 0; i < expected.length; i++) {
            String where = i % SIDE + ", " + i / SIDE + ": " + expected[i] + ", " + actual[i];
            assertTrue(Math.abs(expected[i] - actual[i]) <= EDGE, where);
        }
    }

    @Test
    void shapeWithin_staysAsItIs() {
        Shape shape = new Ellipse2D.Double(90, 90, 20, 20);

        assertSame(shape, CircleClipper.clip(shape, 100, 100, 50));
    }

    @Test
    void shapeBeyond_fillsNothing() {
        Shape shape = new Rectangle2D.Double(20, 20, 30, 40);

        assertTrue(Arrays.stream(filled(CircleClipper.clip(shape, 200, 200, 50)))
                        .max()
                        .orElseThrow()
                <= EDGE / 8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.01, 1e7, 1e15})
    void circleOfAnySize_hasFewPoints(double radius) {
        Shape shape = new Rectangle2D.Double(-2 * radius, -2 * radius, 4 * radius, 4 * radius);
        int points = 0;
        for (var path = CircleClipper.clip(shape, 0, 0, radius).getPathIterator(null); !path.isDone(); path.next()) {
            points++;
        }
        assertTrue(points > 30 && points < 50_000, points + " points");
    }
}
