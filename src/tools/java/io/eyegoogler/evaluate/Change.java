package io.eyegoogler.evaluate;

import io.eyegoogler.Box;
import io.eyegoogler.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A way to make another photo of one, with its faces still known.
 *
 * @param name what the report calls it
 * @param scale of the photo's sides
 * @param degrees by which it is turned clockwise; the picture grows so that nothing is cut off, and its corners are
 *     gray
 * @param mirrored whether right and left change places
 * @param tone of each sample, from 0..1 to 0..1
 * @param quality of the JPEG that it goes through, 0..1; 0 for none
 * @param cut whether all is cut off that isn't within {@link #CUT_MARGIN} eye distances of an eye: near faces overflow
 *     the photo then
 */
record Change(
        String name,
        double scale,
        double degrees,
        boolean mirrored,
        DoubleUnaryOperator tone,
        float quality,
        boolean cut) {

    /** From the eyes to the photo's border, in distances of the eyes farthest apart. */
    private static final double CUT_MARGIN = 0.9;

    private static final int MAX_SAMPLE = 255;
    private static final int SAMPLE_BITS = 8;

    private static final DoubleUnaryOperator SAME_TONE = v -> v;

    static final Change NONE = turned("as it is", 0, false);

    /** All but none, in the order of the report. */
    static final List<Change> ALL = List.of(
            scaled("half the size", 0.5),
            scaled("three quarters of the size", 0.75),
            new Change("mirrored", 1, 0, true, SAME_TONE, 0, false),
            toned("gamma 0.5", v -> Math.pow(v, 0.5)),
            toned("gamma 2", v -> v * v),
            toned("brightness × 0.4", v -> v * 0.4),
            new Change("JPEG quality 50", 1, 0, false, SAME_TONE, 0.5f, false),
            turned("tilted by 30°", 30, false),
            turned("tilted by −30°", -30, false),
            turned("tilted by 45°", 45, false),
            turned("tilted by −45°", -45, false),
            turned("turned by 90°", 90, false),
            turned("turned by 180°", 180, false),
            turned("turned by 270°", 270, false),
            turned("cut close to the eyes", 0, true),
            turned("tilted by 30° and cut", 30, true),
            turned("tilted by −30° and cut", -30, true));

    private static Change scaled(String name, double scale) {
        return new Change(name, scale, 0, false, SAME_TONE, 0, false);
    }

    private static Change turned(String name, double degrees, boolean cut) {
        return new Change(name, 1, degrees, false, SAME_TONE, 0, cut);
    }

    private static Change toned(String name, DoubleUnaryOperator tone) {
        return new Change(name, 1, 0, false, tone, 0, false);
    }

    /** A photo with its annotation. */
    record Changed(BufferedImage image, AnnotatedPhoto photo) {}

    /** The photo and its annotation changed. */
    Changed of(BufferedImage image, AnnotatedPhoto photo) {
        BufferedImage changed = of(image);
        AnnotatedPhoto moved = of(photo);
        List<EyePair> eyes = moved.counted().stream()
                .flatMap(face -> face.eyePair().stream())
                .toList();
        if (cut && !eyes.isEmpty()) {
            Rectangle rectangle = around(eyes).intersection(new Rectangle(changed.getWidth(), changed.getHeight()));
            AffineTransform shift = AffineTransform.getTranslateInstance(-rectangle.x, -rectangle.y);
            BufferedImage part = new BufferedImage(rectangle.width, rectangle.height, BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D graphics = part.createGraphics();
            graphics.drawImage(changed, -rectangle.x, -rectangle.y, null);
            graphics.dispose();
            return new Changed(part, moved(moved, rectangle.width, rectangle.height, shift));
        }
        return new Changed(changed, moved);
    }

    private static Rectangle around(List<EyePair> eyes) {
        double margin =
                CUT_MARGIN * eyes.stream().mapToDouble(EyePair::distance).max().orElseThrow();
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (EyePair pair : eyes) {
            for (Point eye : List.of(pair.first(), pair.second())) {
                left = Math.min(left, eye.x());
                top = Math.min(top, eye.y());
                right = Math.max(right, eye.x());
                bottom = Math.max(bottom, eye.y());
            }
        }
        Rectangle2D area = new Rectangle2D.Double(
                left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin);
        return area.getBounds();
    }

    private BufferedImage of(BufferedImage photo) {
        AffineTransform move = move(photo.getWidth(), photo.getHeight());
        Rectangle2D size = size(photo.getWidth(), photo.getHeight());
        BufferedImage changed =
                new BufferedImage((int) size.getWidth(), (int) size.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = changed.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, changed.getWidth(), changed.getHeight());
        if (scale < 1) {
            // Shrinking by an affine transform would leave out pixels.
            Image shrunk = photo.getScaledInstance(changed.getWidth(), changed.getHeight(), Image.SCALE_AREA_AVERAGING);
            graphics.drawImage(shrunk, 0, 0, null);
        } else {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(photo, move, null);
        }
        graphics.dispose();
        if (tone != SAME_TONE) {
            tone(changed);
        }
        return quality == 0 ? changed : Jpeg.through(changed, quality);
    }

    private void tone(BufferedImage photo) {
        int[] tones = new int[MAX_SAMPLE + 1];
        for (int i = 0; i < tones.length; i++) {
            tones[i] = (int) Math.round(MAX_SAMPLE * tone.applyAsDouble((double) i / MAX_SAMPLE));
        }
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                int rgb = photo.getRGB(x, y);
                int changed = 0;
                for (int shift = 0; shift <= 2 * SAMPLE_BITS; shift += SAMPLE_BITS) {
                    changed |= tones[rgb >> shift & MAX_SAMPLE] << shift;
                }
                photo.setRGB(x, y, changed);
            }
        }
    }

    private AnnotatedPhoto of(AnnotatedPhoto photo) {
        Rectangle2D size = size(photo.width(), photo.height());
        AffineTransform move = move(photo.width(), photo.height());
        return moved(photo, (int) size.getWidth(), (int) size.getHeight(), move);
    }

    /** A box keeps its shape around its moved middle. */
    private static AnnotatedPhoto moved(AnnotatedPhoto photo, int width, int height, AffineTransform move) {
        List<AnnotatedFace> faces = photo.faces().stream()
                .map(face -> new AnnotatedFace(
                        moved(face.box(), move),
                        face.eyes().stream().map(eye -> moved(eye, move)).toList(),
                        face.ignored(),
                        face.slices()))
                .toList();
        return new AnnotatedPhoto(photo.name(), width, height, photo.partial(), faces, photo.slices());
    }

    private static Box moved(Box box, AffineTransform move) {
        double scale = Math.sqrt(Math.abs(move.getDeterminant()));
        return Box.around(moved(box.middle(), move), box.width() * scale, box.height() * scale);
    }

    private static Point moved(Point point, AffineTransform move) {
        Point2D moved = move.transform(new Point2D.Double(point.x(), point.y()), null);
        return new Point(moved.getX(), moved.getY());
    }

    private Rectangle2D size(int width, int height) {
        Rectangle2D bounds = turn(width, height)
                .createTransformedShape(new Rectangle2D.Double(0, 0, width, height))
                .getBounds2D();
        return new Rectangle2D.Double(0, 0, Math.rint(bounds.getWidth()), Math.rint(bounds.getHeight()));
    }

    /** From px of the photo to px of the photo changed. */
    private AffineTransform move(int width, int height) {
        Rectangle2D size = size(width, height);
        AffineTransform move = AffineTransform.getTranslateInstance(size.getWidth() / 2, size.getHeight() / 2);
        move.concatenate(turn(width, height));
        move.translate(-width / 2.0, -height / 2.0);
        return move;
    }

    private AffineTransform turn(int width, int height) {
        AffineTransform turn = degrees % 90 == 0
                ? AffineTransform.getQuadrantRotateInstance((int) degrees / 90)
                : AffineTransform.getRotateInstance(Math.toRadians(degrees));
        turn.scale((mirrored ? -1 : 1) * Math.rint(width * scale) / width, Math.rint(height * scale) / height);
        return turn;
    }
}
