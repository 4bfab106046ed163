package io.eyegoogler.eyes;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Point;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws eyes onto a photo; pixels beside them stay as they are, and what lies beyond the border isn't drawn. */
public final class EyePainter {

    private EyePainter() {}

    /**
     * Draws {@code eyes} onto {@code photo}, in order.
     *
     * @throws io.eyegoogler.WorkCancelledException between two eyes, if {@code cancellation} says so
     */
    public static void paint(List<Eye> eyes, EyeStyle style, BufferedImage photo, Cancellation cancellation) {
        Graphics2D graphics = photo.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            eyes.forEach(eye -> {
                cancellation.check();
                paint(eye, style, graphics);
            });
        } finally {
            graphics.dispose();
        }
    }

    private static void paint(Eye eye, EyeStyle style, Graphics2D graphics) {
        Point pupil = eye.pupilWithin(style.reach());
        style.painters().forEach(part -> part.paint(eye, pupil, graphics));
    }
}
