package io.eyegoogler.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;

/**
 * The noise of a camera's sensor in good light: most of it shared by the three colors and smeared a little over
 * neighbors, as the camera's own processing leaves it, the rest in each color by itself.
 */
final class SensorNoise {

    /** Standard deviations, of 255. */
    private static final double SHARED = 2.5;

    private static final double OWN = SHARED / 3;
    /** A Gaussian blur of 0.6 px along one axis: the weight of each neighbor, and of the pixel itself. */
    private static final double NEIGHBOR = 0.166;

    private static final double MIDDLE = 1 - 2 * NEIGHBOR;
    /** What that blur, along both axes, leaves of a standard deviation of 1. */
    private static final double LEFT_BY_BLUR = MIDDLE * MIDDLE + 2 * NEIGHBOR * NEIGHBOR;

    private static final int COLORS = 3;

    private SensorNoise() {}

    /** Adds the same noise each time to a photo of three bytes a pixel. */
    static void add(BufferedImage photo) {
        byte[] samples = ((DataBufferByte) photo.getRaster().getDataBuffer()).getData();
        int width = photo.getWidth();
        Random random = new Random(1);
        double[] above = row(width, random);
        double[] here = row(width, random);
        for (int y = 0; y < photo.getHeight(); y++) {
            double[] below = row(width, random);
            for (int x = 0; x < width; x++) {
                double shared = SHARED / LEFT_BY_BLUR * (MIDDLE * here[x] + NEIGHBOR * (above[x] + below[x]));
                for (int color = 0; color < COLORS; color++) {
                    int at = (y * width + x) * COLORS + color;
                    double value = (samples[at] & 0xff) + shared + OWN * random.nextGaussian();
                    samples[at] = (byte) Math.max(0, Math.min(255, Math.round(value)));
                }
            }
            above = here;
            here = below;
        }
    }

    /** A row of noise of standard deviation 1, blurred along itself. */
    private static double[] row(int width, Random random) {
        double[] sharp = new double[width + 2];
        for (int x = 0; x < sharp.length; x++) {
            sharp[x] = random.nextGaussian();
        }
        double[] blurred = new double[width];
        for (int x = 0; x < width; x++) {
            blurred[x] = MIDDLE * sharp[x + 1] + NEIGHBOR * (sharp[x] + sharp[x + 2]);
        }
        return blurred;
    }
}
