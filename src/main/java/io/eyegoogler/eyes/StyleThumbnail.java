package io.eyegoogler.eyes;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Point;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Draws a small image of a style: a pair of its eyes on a transparent background. */
public final class StyleThumbnail {

    /** Size of the image, px. */
    private static final int WIDTH = 160;

    private static final int HEIGHT = 96;
    private static final double RADIUS = 30;
    private static final Point RIGHT_EYE = new Point(45, 48);
    private static final Point LEFT_EYE = new Point(115, 48);
    /** The pupils don't look in the same direction, as on real googly eyes. */
    private static final Point RIGHT_PUPIL = new Point(0.55, 0.5);

    private static final Point LEFT_PUPIL = new Point(-0.25, 0.7);

    private StyleThumbnail() {}

    /** Returns the image, with transparency. */
    public static BufferedImage draw(EyeStyle style) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_4BYTE_ABGR);
        List<Eye> eyes = List.of(
                new Eye(Eye.Side.RIGHT, RIGHT_EYE, RADIUS, 0, RIGHT_PUPIL, Optional.empty()),
                new Eye(Eye.Side.LEFT, LEFT_EYE, RADIUS, 0, LEFT_PUPIL, Optional.empty()));
        EyePainter.paint(eyes, StyleDrawing.of(style), image, Cancellation.NEVER);
        return image;
    }
}
