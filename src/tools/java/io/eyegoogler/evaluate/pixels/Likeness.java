package io.eyegoogler.evaluate.pixels;

import java.awt.image.BufferedImage;

/**
 * How like two pictures of the same size are: the peak signal-to-noise ratio of alpha, and of red, green and blue as
 * alpha weighs them. What can't be seen doesn't count.
 */
final class Likeness {

    private static final int PEAK = 255;
    private static final int CHANNELS = 4;
    /** What pictures without any difference have, dB. */
    private static final double SAME = 99;

    private Likeness() {}

    /** In dB, at most 99. */
    static double of(BufferedImage one, BufferedImage other) {
        double squares = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                squares += squares(one.getRGB(x, y), other.getRGB(x, y));
            }
        }
        double mean = squares / ((double) one.getWidth() * one.getHeight() * CHANNELS);
        return mean == 0 ? SAME : Math.min(SAME, 10 * Math.log10(PEAK * PEAK / mean));
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
