package io.eyegoogler.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** Writes pictures in simple formats of which ImageIO has no writer. */
public final class OtherFiles {

    /** By media type. */
    private static final Map<String, Function<BufferedImage, byte[]>> WRITERS = Map.of(
            "image/x-portable-arbitrarymap", OtherFiles::pam,
            "image/x-portable-floatmap", OtherFiles::pfm,
            "image/vnd.radiance", image -> radiance(image, 1),
            "image/x-sun-raster", OtherFiles::sunRaster);

    private OtherFiles() {}

    public static boolean has(String mediaType) {
        return WRITERS.containsKey(mediaType);
    }

    public static byte[] encodeAs(String mediaType, BufferedImage image) {
        return WRITERS.get(mediaType).apply(image);
    }

    /** RGB and alpha. */
    public static byte[] pam(BufferedImage image) {
        ByteArrayOutputStream file = header("P7\nWIDTH " + image.getWidth() + "\nHEIGHT " + image.getHeight()
                + "\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n");
        each(
                image,
                argb -> file.writeBytes(
                        new byte[] {(byte) (argb >> 16), (byte) (argb >> 8), (byte) argb, (byte) (argb >>> 24)}));
        return file.toByteArray();
    }

    /** RGB, the most significant byte first. */
    public static byte[] pfm(BufferedImage image) {
        ByteArrayOutputStream file = header("PF\n" + image.getWidth() + " " + image.getHeight() + "\n1.0\n");
        for (int y = image.getHeight() - 1; y >= 0; y--) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                file.writeBytes(ByteBuffer.allocate(12)
                        .putFloat((rgb >> 16 & 0xff) / 255f)
                        .putFloat((rgb >> 8 & 0xff) / 255f)
                        .putFloat((rgb & 0xff) / 255f)
                        .array());
            }
        }
        return file.toByteArray();
    }

    /** Pixel by pixel, without runs; light of {@code white} is what the brightest sample stands for. */
    public static byte[] radiance(BufferedImage image, double white) {
        ByteArrayOutputStream file = header(
                "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y " + image.getHeight() + " +X " + image.getWidth() + "\n");
        each(image, rgb -> {
            double red = white * light(rgb >> 16 & 0xff);
            double green = white * light(rgb >> 8 & 0xff);
            double blue = white * light(rgb & 0xff);
            double brightest = Math.max(red, Math.max(green, blue));
            int exponent = brightest == 0 ? 0 : Math.getExponent(brightest) + 1;
            double unit = Math.scalb(1.0, exponent - 8);
            file.writeBytes(new byte[] {
                mantissa(red, unit),
                mantissa(green, unit),
                mantissa(blue, unit),
                (byte) (brightest == 0 ? 0 : exponent + 128)
            });
        });
        return file.toByteArray();
    }

    private static byte mantissa(double light, double unit) {
        return (byte) Math.min(255, Math.round(light / unit));
    }

    private static double light(int sample) {
        double value = sample / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** 24 bits a pixel. */
    public static byte[] sunRaster(BufferedImage image) {
        int padding = image.getWidth() % 2;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(32).putInt(0x59a66a95);
        header.putInt(image.getWidth())
                .putInt(image.getHeight())
                .putInt(24)
                .putInt(0)
                .putInt(1);
        file.writeBytes(header.array());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                file.writeBytes(new byte[] {(byte) rgb, (byte) (rgb >> 8), (byte) (rgb >> 16)});
            }
            file.writeBytes(new byte[padding]);
        }
        return file.toByteArray();
    }

    private static ByteArrayOutputStream header(String text) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        return file;
    }

    private interface Pixel {
        void write(int argb);
    }

    private static void each(BufferedImage image, Pixel pixel) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                pixel.write(image.getRGB(x, y));
            }
        }
    }
}
