package io.eyegoogler.detect;

import io.eyegoogler.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Pictures for tests, made from one portrait: NASA's of Eileen Collins, public domain, 512 × 512 px. */
public final class Pictures {

    /** The portrait's eyes, px. */
    public static final Point RIGHT_EYE = new Point(202, 101);

    public static final Point LEFT_EYE = new Point(244.5, 103);

    private Pictures() {}

    public static BufferedImage portrait() {
        return read("astronaut.png");
    }

    /** A photo of the tests', in the canonical layout. */
    public static BufferedImage read(String name) {
        try {
            BufferedImage file = ImageIO.read(Pictures.class.getResource("/photos/" + name));
            return draw(file.getWidth(), file.getHeight(), Color.BLACK, new AffineTransform(), file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A canvas with the portrait's pixels moved by each of {@code moves}. */
    public static BufferedImage portraits(int width, int height, AffineTransform... moves) {
        BufferedImage canvas = draw(width, height, Color.GRAY, new AffineTransform(), null);
        for (AffineTransform move : moves) {
            paint(canvas, move, portrait());
        }
        return canvas;
    }

    /** Coarse and fine noise, in which there is no face. */
    public static BufferedImage noise(int width, int height, long seed) {
        BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        SplittableRandom chance = new SplittableRandom(seed);
        int[] coarse = new int[(width / 16 + 1) * (height / 16 + 1)];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = chance.nextInt(200);
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int base = coarse[y / 16 * (width / 16 + 1) + x / 16] + chance.nextInt(56);
                noise.setRGB(x, y, base << 16 | base << 8 | chance.nextInt(256));
            }
        }
        return noise;
    }

    private static BufferedImage draw(
            int width, int height, Color ground, AffineTransform move, BufferedImage picture) {
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setColor(ground);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        if (picture != null) {
            paint(canvas, move, picture);
        }
        return canvas;
    }

    private static void paint(BufferedImage canvas, AffineTransform move, BufferedImage picture) {
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, move, null);
        graphics.dispose();
    }
}
