package io.eyegoogler.eyes;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Point;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws eyes onto a photo; pixels around them stay as they are, and what lies beyond the border isn't drawn. */
public final class EyePainter {

    private EyePainter() {}

    /**
     * Draws {@code eyes} onto {@code photo}, in order.
     *
     * @param style of eyes that have none of their own
     * @throws io.eyegoogler.WorkCancelledException between two shapes, if {@code cancellation} says so
     */
    public static void paint(List<Eye> eyes, EyeStyle style, BufferedImage photo, Cancellation cancellation) {
        Graphics2D graphics = photo.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            for (Eye eye : eyes) {
                StyleDrawing drawing = StyleDrawing.of(eye.style().orElse(style));
                Point pupil = pupil(eye, drawing.reach());
                for (StyleShapePainter painter : drawing.painters()) {
                    // Between shapes, since a caller's eye may be as large as the photo.
                    cancellation.check();
                    painter.paint(eye, pupil, graphics);
                }
            }
        } finally {
            graphics.dispose();
        }
    }

    /** The pupil's center if it can move {@code reach} radii from the eye's, px of the photo. */
    static Point pupil(Eye eye, double reach) {
        double room = reach * eye.radius();
        return new Point(
                eye.center().x() + room * eye.pupil().x(),
                eye.center().y() + room * eye.pupil().y());
    }
}
