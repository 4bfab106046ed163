package io.eyegoogler.evaluate.pixels;

import java.awt.image.BufferedImage;

/**
 * The peak signal-to-noise ratio (PSNR) of two images of the same size, of alpha and of premultiplied red, green and
 * blue, so that the colors of transparent pixels don't count.
 */
final class PsnrMetric {

    private static final int PEAK = 255;
    private static final int CHANNELS = 4;
    /** The PSNR of equal images, dB. */
    private static final double MAX = 99;

    private PsnrMetric() {}

    /** Returns the PSNR in dB, at most 99. */
    static double of(BufferedImage one, BufferedImage other) {
        double squares = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                squares += squares(one.getRGB(x, y), other.getRGB(x, y));
            }
        }
        double mean = squares / ((double) one.getWidth() * one.getHeight() * CHANNELS);
        return mean == 0 ? MAX : Math.min(MAX, 10 * Math.log10(PEAK * PEAK / mean));
    }

    private static double squares(int one, int other) {
        int alpha = one >>> 24;
        int otherAlpha = other >>> 24;
        double sum = (double) (alpha - otherAlpha) * (alpha - otherAlpha);
        for (int shift = 0; shift <= 16; shift += 8) {
            double difference = ((one >> shift & 0xff) * alpha - (other >> shift & 0xff) * otherAlpha) / (double) PEAK;
            sum += difference * difference;
        }
        return sum;
    }
}
