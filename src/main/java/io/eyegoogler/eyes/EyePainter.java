package io.eyegoogler.eyes;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
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
     * @param drawing of eyes that have no style of their own
     * @param photo of {@code TYPE_3BYTE_BGR} or {@code TYPE_4BYTE_ABGR}
     * @throws io.eyegoogler.WorkCancelledException between two shapes or rows, if {@code cancellation} says so
     */
    public static void paint(List<Eye> eyes, EyeDrawing drawing, BufferedImage photo, Cancellation cancellation) {
        Graphics2D graphics = photo.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            EyeDrawing.Canvas canvas = new EyeDrawing.Canvas(photo, graphics);
            for (Eye eye : eyes) {
                of(eye, drawing).paint(eye, canvas, cancellation);
            }
        } finally {
            graphics.dispose();
        }
    }

    /** Returns what is drawn for {@code eye}: its own style, or {@code drawing} if it has none. */
    static EyeDrawing of(Eye eye, EyeDrawing drawing) {
        return eye.style().<EyeDrawing>map(StyleDrawing::of).orElse(drawing);
    }

    /** The pupil's center if it can move {@code reach} radii from the eye's, px of the photo. */
    static Point pupil(Eye eye, double reach) {
        double room = reach * eye.radius();
        return new Point(
                eye.center().x() + room * eye.pupil().x(),
                eye.center().y() + room * eye.pupil().y());
    }
}
