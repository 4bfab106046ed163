package io.eyegoogler.detect;

import io.eyegoogler.testing.Photos;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.SplittableRandom;

/** Images in the layouts that detectors accept. */
public final class TestImages {

    private TestImages() {}

    /** Returns one of the tests' photos. */
    public static BufferedImage photo(String name) {
        return Photos.as(BufferedImage.TYPE_3BYTE_BGR, Photos.decode(Photos.resource("/photos/" + name)));
    }

    /** Returns a gray image with the portrait painted once for each of {@code transforms}. */
    public static BufferedImage portraits(int width, int height, AffineTransform... transforms) {
        BufferedImage image = Photos.plain(width, height, Color.GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (AffineTransform transform : transforms) {
            graphics.drawImage(Photos.portrait(), transform, null);
        }
        graphics.dispose();
        return image;
    }

    /** Returns an image of coarse and fine noise, in which there is no face. */
    public static BufferedImage noise(int width, int height, long seed) {
        BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        SplittableRandom random = new SplittableRandom(seed);
        int[] coarse = random.ints((width / 16 + 1) * (height / 16 + 1), 0, 200).toArray();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int base = coarse[y / 16 * (width / 16 + 1) + x / 16] + random.nextInt(56);
                noise.setRGB(x, y, base << 16 | base << 8 | random.nextInt(256));
            }
        }
        return noise;
    }

    /** Returns an image of the given type whose pixels, alpha included, are random. */
    public static BufferedImage randomPixels(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }
}
