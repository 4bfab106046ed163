package io.eyegoogler.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Pictures that a caller has drawn as eyes. */
public final class OwnEyes {

    private OwnEyes() {}

    /** A white disc that touches the border, with a green mark at the top and a transparent surrounding. */
    public static BufferedImage eye(int side) {
        BufferedImage image = disc(side, Color.WHITE);
        fill(image, new Rectangle2D.Double(0.4 * side, 0.05 * side, 0.2 * side, 0.2 * side), Color.GREEN);
        return image;
    }

    /** A disc that touches the border, as a pupil. */
    public static BufferedImage disc(int side, Color color) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_4BYTE_ABGR);
        fill(image, new Ellipse2D.Double(0, 0, side, side), color);
        return image;
    }

    private static void fill(BufferedImage image, Shape shape, Color color) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(color);
        graphics.fill(shape);
        graphics.dispose();
    }

    public static byte[] png(BufferedImage image) {
        return Photos.encode(image, "png");
    }
}
