package io.eyegoogler.eyes;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture in ever smaller sizes, each of half the width and height of the one before (Williams, Pyramidal
 * Parametrics, 1983), so that drawing it at any size takes time in proportion to the pixels that are drawn, and
 * doesn't alias.
 *
 * <p>Pixels are premultiplied ARGB.
 */
final class Mipmap {

    /** A visible pixel's alpha: at least half. */
    private static final int VISIBLE = 128;
    /** The sum of weights. */
    private static final int ONE = 256;

    private final List<Level> levels = new ArrayList<>();
    private final double extent;

    /**
     * One size of the picture.
     *
     * @param width px, likewise {@code height}, without the margin
     * @param pixels row by row, with a margin of one pixel on each side that repeats those at the border
     */
    record Level(int width, int height, int[] pixels) {

        Level(int width, int height) {
            this(width, height, new int[(width + 2) * (height + 2)]);
        }

        private int stride() {
            return width + 2;
        }

        private int index(int x, int y) {
            return (y + 1) * stride() + x + 1;
        }

        private Level withMargin() {
            for (int y = 0; y < height; y++) {
                pixels[index(-1, y)] = pixels[index(0, y)];
                pixels[index(width, y)] = pixels[index(width - 1, y)];
            }
            System.arraycopy(pixels, stride(), pixels, 0, stride());
            System.arraycopy(pixels, height * stride(), pixels, (height + 1) * stride(), stride());
            return this;
        }

        /** Returns the color between pixels whose centers are at whole numbers; beyond the border, that of the border. */
        int at(double x, double y) {
            double right = Math.max(0, Math.min(width, x + 1));
            double down = Math.max(0, Math.min(height, y + 1));
            // Rounds down, as these aren't negative.
            int column = (int) right;
            int row = (int) down;
            int index = row * stride() + column;
            return Blending.bilinear(
                    pixels[index],
                    pixels[index + 1],
                    pixels[index + stride()],
                    pixels[index + stride() + 1],
                    (int) (ONE * (right - column)),
                    (int) (ONE * (down - row)));
        }
    }

    /** Creates the pyramid of an image of {@code TYPE_3BYTE_BGR} or {@code TYPE_4BYTE_ABGR}. */
    Mipmap(BufferedImage image) {
        Level level = premultiplied(image);
        this.extent = extent(level);
        levels.add(level);
        while (Math.max(level.width, level.height) > 1) {
            level = halved(level);
            levels.add(level);
        }
    }

    int width() {
        return levels.get(0).width;
    }

    int height() {
        return levels.get(0).height;
    }

    int longerSide() {
        return Math.max(width(), height());
    }

    /** Returns the distance from the picture's center to the farthest corner of a visible pixel, px. */
    double extent() {
        return extent;
    }

    /** Returns the number of the smallest level that has at least as many pixels as are drawn, or of the largest one. */
    int levelFor(double scale) {
        int level = scale >= 1 ? 0 : Math.getExponent(1 / scale);
        return Math.min(level, levels.size() - 1);
    }

    /** Returns the level of that number, in which a pixel is 2 to its power as wide as in the picture. */
    Level level(int number) {
        return levels.get(number);
    }

    private static Level premultiplied(BufferedImage image) {
        Level level = new Level(image.getWidth(), image.getHeight());
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        boolean alpha = image.getColorModel().hasAlpha();
        int at = 0;
        for (int y = 0; y < level.height; y++) {
            int index = level.index(0, y);
            for (int x = 0; x < level.width; x++) {
                int a = alpha ? samples[at++] & 0xff : 0xff;
                int b = Blending.times(samples[at++] & 0xff, a);
                int g = Blending.times(samples[at++] & 0xff, a);
                int r = Blending.times(samples[at++] & 0xff, a);
                level.pixels[index++] = a << 24 | r << 16 | g << 8 | b;
            }
        }
        return level.withMargin();
    }

    private static double extent(Level level) {
        double farthest = 0;
        for (int y = 0; y < level.height; y++) {
            double dy = Math.abs(y + 0.5 - level.height / 2.0) + 0.5;
            int index = level.index(0, y);
            for (int x = 0; x < level.width; x++) {
                if (level.pixels[index++] >>> 24 >= VISIBLE) {
                    double dx = Math.abs(x + 0.5 - level.width / 2.0) + 0.5;
                    farthest = Math.max(farthest, dx * dx + dy * dy);
                }
            }
        }
        return Math.sqrt(farthest);
    }

    /** Returns the means of four pixels each; an odd last row or column counts twice. */
    private static Level halved(Level large) {
        Level small = new Level((large.width + 1) / 2, (large.height + 1) / 2);
        int stride = large.stride();
        for (int y = 0; y < small.height; y++) {
            int from = large.index(0, 2 * y);
            int to = small.index(0, y);
            for (int x = 0; x < small.width; x++, from += 2) {
                long sum = Blending.spread(large.pixels[from])
                        + Blending.spread(large.pixels[from + 1])
                        + Blending.spread(large.pixels[from + stride])
                        + Blending.spread(large.pixels[from + stride + 1]);
                small.pixels[to++] = Blending.joined(sum + 0x0002_0002_0002_0002L >>> 2);
            }
        }
        return small.withMargin();
    }
}
