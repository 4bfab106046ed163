package io.eyegoogler.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Makes pictures smaller; each pixel is the mean of those whose place it takes. */
final class AreaDownscale {

    private static final int SAMPLES = 3;

    private AreaDownscale() {}

    /** {@code photo}, opaque, with sides of at most {@code side} px; itself if they are. */
    static BufferedImage within(BufferedImage photo, int side) {
        int longest = Math.max(photo.getWidth(), photo.getHeight());
        if (longest <= side) {
            return photo;
        }
        int width = (int) Math.max(1, Math.round((double) photo.getWidth() * side / longest));
        int height = (int) Math.max(1, Math.round((double) photo.getHeight() * side / longest));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        double rows = (double) photo.getHeight() / height;
        float[] mean = new float[width * SAMPLES];
        byte[] samples = new byte[width * SAMPLES];
        byte[] wide = null;
        float[] narrow = new float[width * SAMPLES];
        int read = -1;
        for (int y = 0; y < height; y++) {
            Arrays.fill(mean, 0);
            double top = y * rows;
            double bottom = Math.min(photo.getHeight(), top + rows);
            for (int from = (int) top; from < bottom; from++) {
                if (from != read) {
                    wide = (byte[]) photo.getRaster().getDataElements(0, from, photo.getWidth(), 1, wide);
                    narrow(wide, narrow);
                    read = from;
                }
                float share = (float) ((Math.min(bottom, from + 1) - Math.max(top, from)) / (bottom - top));
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += share * narrow[i];
                }
            }
            for (int i = 0; i < mean.length; i++) {
                samples[i] = (byte) Math.round(mean[i]);
            }
            small.getRaster().setDataElements(0, y, width, 1, samples);
        }
        return small;
    }

    /** A row with fewer pixels. */
    private static void narrow(byte[] wide, float[] narrow) {
        int from = wide.length / SAMPLES;
        int to = narrow.length / SAMPLES;
        double step = (double) from / to;
        for (int x = 0; x < to; x++) {
            double left = x * step;
            double right = Math.min(from, left + step);
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int i = (int) left; i < right; i++) {
                float share = (float) ((Math.min(right, i + 1) - Math.max(left, i)) / (right - left));
                red += share * (wide[SAMPLES * i] & 0xff);
                green += share * (wide[SAMPLES * i + 1] & 0xff);
                blue += share * (wide[SAMPLES * i + 2] & 0xff);
            }
            narrow[SAMPLES * x] = red;
            narrow[SAMPLES * x + 1] = green;
            narrow[SAMPLES * x + 2] = blue;
        }
    }
}
