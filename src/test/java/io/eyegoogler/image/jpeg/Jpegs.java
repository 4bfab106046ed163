package io.eyegoogler.image.jpeg;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Synthetic pictures, ImageIO's own writer to compare with, and the difference of two pictures. */
final class Jpegs {
    private Jpegs() {}

    static BufferedImage bgr(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    static BufferedImage noise(int width, int height, Random random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        int[] pixels = random.ints((long) width * height).toArray();
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    /** A gradient under ovals with hard edges. */
    static BufferedImage drawing(int width, int height, Random random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(random.nextInt()), width, height, Color.ORANGE));
        graphics.fillRect(0, 0, width, height);
        for (int i = 0; i < 12; i++) {
            graphics.setColor(new Color(random.nextInt()));
            graphics.fillOval(random.nextInt(width), random.nextInt(height), 1 + width / 5, 1 + height / 5);
        }
        graphics.dispose();
        return image;
    }

    static void fill(BufferedImage image, Color color) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
    }

    /** By ImageIO's own writer, at quality 0.92. */
    static byte[] jdk(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(0.92F);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Peak signal-to-noise ratio over red, green and blue, dB. */
    static double psnr(BufferedImage a, BufferedImage b) {
        int width = a.getWidth();
        int height = a.getHeight();
        if (b.getWidth() != width || b.getHeight() != height) {
            throw new IllegalArgumentException(a + " and " + b);
        }
        int[] as = a.getRGB(0, 0, width, height, null, 0, width);
        int[] bs = b.getRGB(0, 0, width, height, null, 0, width);
        double sum = 0;
        for (int i = 0; i < as.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                double difference = (as[i] >> shift & 0xff) - (bs[i] >> shift & 0xff);
                sum += difference * difference;
            }
        }
        return 10 * Math.log10(255 * 255 / (sum / (3.0 * as.length)));
    }
}
