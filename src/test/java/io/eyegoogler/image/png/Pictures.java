package io.eyegoogler.image.png;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Synthetic pictures, the same on every machine: no fonts, every random number from a seed. */
final class Pictures {
    private Pictures() {}

    /** Light and dark areas with soft edges and sensor noise, part of which the colors share. */
    static BufferedImage photo(int width, int height, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double light = 120 + 70 * Math.sin(x / 47.0 + Math.cos(y / 83.0)) + 40 * Math.sin(y / 31.0 + x / 190.0);
                double noise = 2 * random.nextGaussian();
                image.setRGB(
                        x,
                        y,
                        clamp(light + noise + random.nextGaussian()) << 16
                                | clamp(0.8 * light + noise + random.nextGaussian()) << 8
                                | clamp(0.6 * light + 30 + noise + random.nextGaussian()));
            }
        }
        return image;
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }

    /** Fills every sample with a random number. */
    static BufferedImage noise(BufferedImage image, Random random) {
        WritableRaster raster = image.getRaster();
        int[] sizes = raster.getSampleModel().getSampleSize();
        int[] pixel = new int[sizes.length];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int band = 0; band < pixel.length; band++) {
                    pixel[band] = random.nextInt(1 << sizes[band]);
                }
                raster.setPixel(x, y, pixel);
            }
        }
        return image;
    }

    /** Fills samples with slopes, repeats and a little noise, so that every way to compress comes up somewhere. */
    static BufferedImage patches(BufferedImage image, Random random) {
        WritableRaster raster = image.getRaster();
        int[] sizes = raster.getSampleModel().getSampleSize();
        int[] pixel = new int[sizes.length];
        int patch = 1 + random.nextInt(60);
        int kinds = 1 + random.nextInt(5);
        int step = 1 + random.nextInt(5);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int band = 0; band < pixel.length; band++) {
                    int kind = (x / patch * 7 + y / patch * 3) % kinds;
                    int value =
                            switch (kind) {
                                case 0 -> band * 50;
                                case 1 -> x * step + y * band;
                                case 2 -> (x % step) * 40 + (y % 3) * 9;
                                case 3 -> x + y + random.nextInt(4);
                                default -> random.nextInt();
                            };
                    pixel[band] = value & (1 << sizes[band]) - 1;
                }
                raster.setPixel(x, y, pixel);
            }
        }
        return image;
    }

    /** Pictures as programs draw them, by name. */
    static Map<String, BufferedImage> drawings(int width, int height) {
        Map<String, BufferedImage> pictures = new TreeMap<>();
        pictures.put("flat", canvas(width, height, g -> {}));
        pictures.put("checkerboard", squares(width, height, 1));
        pictures.put("large checkerboard", squares(width, height, 8));
        pictures.put("dither", dither(width, height));
        pictures.put("text", canvas(width, height, g -> text(g, 10, 10, width - 20, height - 20, new Random(1))));
        pictures.put("windows", canvas(width, height, g -> windows(g, width, height, new Random(2))));
        pictures.put("line chart", canvas(width, height, g -> chart(g, width, height, new Random(3))));
        pictures.put("vertical gradient", canvas(width, height, g -> gradient(g, 0, 0, 0, height, width, height)));
        pictures.put("diagonal gradient", canvas(width, height, g -> gradient(g, 0, 0, width, height, width, height)));
        pictures.put("sprites", sprites(width, height, new Random(4)));
        pictures.put("gray photo in color", gray(photo(width, height, 5)));
        return pictures;
    }

    private interface Drawing {
        void on(Graphics2D g);
    }

    private static BufferedImage canvas(int width, int height, Drawing drawing) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0xf4f4f4));
        g.fillRect(0, 0, width, height);
        drawing.on(g);
        g.dispose();
        return image;
    }

    private static BufferedImage squares(int width, int height, int size) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x / size + y / size) % 2 == 0 ? 0xffffff : 0x123456);
            }
        }
        return image;
    }

    private static BufferedImage dither(int width, int height) {
        int[] thresholds = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean light = 16 * (x + y) / (width + height) > thresholds[y % 4 * 4 + x % 4];
                image.setRGB(x, y, light ? 0xffffff : 0x000080);
            }
        }
        return image;
    }

    /** Letters of an invented alphabet, in lines of growing size. */
    private static void text(Graphics2D g, int left, int top, int width, int height, Random random) {
        Path2D[] letters = new Path2D[26];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = new Path2D.Double();
            letters[i].moveTo(random.nextDouble(), random.nextDouble());
            for (int stroke = 0; stroke < 4; stroke++) {
                letters[i].quadTo(random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble());
            }
        }
        g.setColor(Color.DARK_GRAY);
        double size = 8;
        for (double y = top; y + size < top + height; y += 1.6 * size, size = size > 28 ? 8 : size + 1) {
            g.setStroke(new BasicStroke(0.12F));
            for (double x = left; x + size < left + width; x += 0.7 * size) {
                if (random.nextInt(6) > 0) {
                    Graphics2D letter = (Graphics2D) g.create();
                    letter.translate(x, y);
                    letter.scale(0.6 * size, size);
                    letter.draw(letters[random.nextInt(letters.length)]);
                    letter.dispose();
                }
            }
        }
    }

    private static void windows(Graphics2D g, int width, int height, Random random) {
        for (int i = 0; i < 9; i++) {
            int x = random.nextInt(width * 3 / 4);
            int y = random.nextInt(height * 3 / 4);
            int w = width / 8 + random.nextInt(width / 3);
            int h = height / 8 + random.nextInt(height / 3);
            g.setColor(new Color(0xe8e8ec));
            g.fillRoundRect(x, y, w, h, 12, 12);
            g.setPaint(new GradientPaint(0, y, new Color(0x5080d0), 0, y + 24, new Color(0x203060)));
            g.fillRect(x, y, w, 24);
            text(g, x + 10, y + 30, w - 20, h - 60, random);
            g.setColor(Color.GRAY);
            g.drawRoundRect(x + 10, y + h - 28, 60, 20, 8, 8);
        }
    }

    private static void chart(Graphics2D g, int width, int height, Random random) {
        g.setColor(Color.LIGHT_GRAY);
        for (int i = 0; i < width; i += 80) {
            g.drawLine(i, 0, i, height);
        }
        for (int i = 0; i < height; i += 60) {
            g.drawLine(0, i, width, i);
        }
        for (int line = 0; line < 5; line++) {
            g.setColor(Color.getHSBColor(line / 5F, 0.8F, 0.8F));
            g.setStroke(new BasicStroke(1 + line % 3));
            Path2D path = new Path2D.Double();
            double y = height / 2.0;
            path.moveTo(0, y);
            for (int x = 0; x < width; x += 4) {
                y += 6 * random.nextGaussian();
                path.lineTo(x, y);
            }
            g.draw(path);
        }
    }

    private static void gradient(Graphics2D g, int x0, int y0, int x1, int y1, int width, int height) {
        g.setPaint(new GradientPaint(x0, y0, new Color(0x204080), x1, y1, new Color(0xe0f0a0)));
        g.fillRect(0, 0, width, height);
    }

    private static BufferedImage sprites(int width, int height, Random random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        int[] palette = random.ints(8, 0, 1 << 24).toArray();
        int[][] sprites = new int[12][];
        for (int i = 0; i < sprites.length; i++) {
            sprites[i] =
                    random.ints(256, 0, palette.length).map(n -> palette[n]).toArray();
        }
        for (int y = 0; y + 16 <= height; y += 16) {
            for (int x = 0; x + 16 <= width; x += 16) {
                image.setRGB(x, y, 16, 16, sprites[random.nextInt(sprites.length)], 0, 16);
            }
        }
        return image;
    }

    private static BufferedImage gray(BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, (image.getRGB(x, y) >> 8 & 0xff) * 0x010101);
            }
        }
        return image;
    }

    /** Bytes as an encoder meets them: runs, repeats from far back, rare values, plain noise. */
    static byte[] bytes(int length, Random random) {
        byte[] bytes = new byte[length];
        int at = 0;
        while (at < length) {
            int run = Math.min(length - at, 1 + random.nextInt(1 << random.nextInt(12)));
            int kind = random.nextInt(4);
            int back = 1 + random.nextInt(Math.max(1, at));
            for (int i = at; i < at + run; i++) {
                bytes[i] = switch (kind) {
                    case 0 -> (byte) run;
                    case 1 -> i < back ? 0 : bytes[i - back];
                    case 2 -> (byte) Integer.numberOfTrailingZeros(random.nextInt());
                    default -> (byte) random.nextInt();
                };
            }
            at += run;
        }
        return bytes;
    }
}
