package io.eyegoogler.evaluate.moving;

import io.eyegoogler.Point;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A head cut out of a photo, to be put into synthetic frames.
 *
 * @param name of the photo
 * @param head an oval around the head, transparent elsewhere
 * @param rightEye px of {@code head}; the one on the viewer's left
 * @param leftEye px of {@code head}
 */
public record Person(String name, BufferedImage head, Point rightEye, Point leftEye) {

    /** Distance of the eyes in the cut-out, px: more than in the frames. */
    private static final double EYE_DISTANCE = 100;
    /** Sides of the cut-out, in distances of the eyes. */
    private static final double WIDTH = 3.4;

    private static final double HEIGHT = 4.4;
    /** Where the middle between the eyes is, from the cut-out's top, in distances of the eyes. */
    private static final double EYES_FROM_TOP = 1.9;
    /** Where the oval begins to fade, as a share of its radius. */
    private static final float SOLID = 0.86f;

    /** Where a head is put: the middle between its eyes and their distance, px, and its roll, radians clockwise. */
    public record Place(Point center, double eyeDistance, double roll) {

        /** Returns the place {@code right} and {@code down} distances of the eyes from the middle between them. */
        Point at(double right, double down) {
            double x = eyeDistance * (right * Math.cos(roll) - down * Math.sin(roll));
            double y = eyeDistance * (right * Math.sin(roll) + down * Math.cos(roll));
            return new Point(center.x() + x, center.y() + y);
        }
    }

    /**
     * Cuts a head out of {@code photo}.
     *
     * @param rightEye px of the photo; the one on the viewer's left
     */
    public static Person of(String name, BufferedImage photo, Point rightEye, Point leftEye) {
        BufferedImage cut = new BufferedImage(
                (int) (WIDTH * EYE_DISTANCE), (int) (HEIGHT * EYE_DISTANCE), BufferedImage.TYPE_INT_ARGB);
        Point right = new Point((WIDTH - 1) / 2 * EYE_DISTANCE, EYES_FROM_TOP * EYE_DISTANCE);
        Point left = new Point((WIDTH + 1) / 2 * EYE_DISTANCE, EYES_FROM_TOP * EYE_DISTANCE);
        double scale = EYE_DISTANCE / rightEye.distanceTo(leftEye);
        BufferedImage source = photo;
        double shrunk = 1;
        while (scale / shrunk < 0.5) {
            source = half(source);
            shrunk /= 2;
        }
        AffineTransform move = AffineTransform.getTranslateInstance(right.x(), right.y());
        move.rotate(-Math.atan2(leftEye.y() - rightEye.y(), leftEye.x() - rightEye.x()));
        move.scale(scale, scale);
        move.translate(-rightEye.x(), -rightEye.y());
        move.scale(1 / shrunk, 1 / shrunk);
        Graphics2D graphics = smooth(cut);
        graphics.drawImage(source, move, null);
        fade(graphics, cut.getWidth(), cut.getHeight());
        graphics.dispose();
        return new Person(name, cut, right, left);
    }

    private static BufferedImage half(BufferedImage image) {
        int width = Math.max(1, image.getWidth() / 2);
        int height = Math.max(1, image.getHeight() / 2);
        BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(half);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return half;
    }

    private static void fade(Graphics2D graphics, int width, int height) {
        graphics.setComposite(AlphaComposite.DstIn);
        graphics.scale(width / 2.0, height / 2.0);
        graphics.setPaint(new RadialGradientPaint(
                1, 1, 1, new float[] {SOLID, 1}, new Color[] {Color.BLACK, new Color(0, 0, 0, 0)}));
        graphics.fill(new Rectangle2D.Double(0, 0, 2, 2));
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return graphics;
    }

    /** Returns another person: the mirror image in other colors and darker. */
    public Person disguised() {
        BufferedImage other = new BufferedImage(head.getWidth(), head.getHeight(), head.getType());
        for (int y = 0; y < other.getHeight(); y++) {
            for (int x = 0; x < other.getWidth(); x++) {
                int argb = head.getRGB(other.getWidth() - 1 - x, y);
                int red = (argb >> 16 & 0xff) * 3 / 5;
                int green = (argb >> 8 & 0xff) * 11 / 20;
                int blue = (argb & 0xff) * 11 / 20;
                other.setRGB(x, y, argb & 0xff000000 | red << 16 | green << 8 | blue);
            }
        }
        return new Person(name + ", disguised", other, rightEye, leftEye);
    }

    /** Draws the head at {@code place}. */
    void draw(BufferedImage frame, Place place) {
        double scale = place.eyeDistance() / EYE_DISTANCE;
        AffineTransform move = AffineTransform.getTranslateInstance(
                place.center().x(), place.center().y());
        move.rotate(place.roll());
        move.scale(scale, scale);
        Point middle = rightEye.middle(leftEye);
        move.translate(-middle.x(), -middle.y());
        Graphics2D graphics = smooth(frame);
        graphics.drawImage(head, move, null);
        graphics.dispose();
    }

    /** Returns whether the head at {@code place} hides {@code point}. */
    boolean hides(Point point, Place place) {
        double x = (point.x() - place.center().x()) / place.eyeDistance();
        double y = (point.y() - place.center().y()) / place.eyeDistance();
        double right = x * Math.cos(place.roll()) + y * Math.sin(place.roll());
        double down = y * Math.cos(place.roll()) - x * Math.sin(place.roll());
        return Math.hypot(right / (WIDTH / 2), (down + EYES_FROM_TOP - HEIGHT / 2) / (HEIGHT / 2)) < 0.95;
    }
}
