package io.eyegoogler.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Shrinks pictures by area averaging: each pixel is the mean of the pixels under it, weighted by how much it covers.
 */
final class AreaDownscale {

    private static final int SAMPLES = 3;

    private AreaDownscale() {}

    /** Returns {@code photo}, which is opaque, with sides of at most {@code maxSide} px; itself if they are. */
    static BufferedImage within(BufferedImage photo, int maxSide) {
        int longer = Math.max(photo.getWidth(), photo.getHeight());
        if (longer <= maxSide) {
            return photo;
        }
        int width = (int) Math.max(1, Math.round((double) photo.getWidth() * maxSide / longer));
        int height = (int) Math.max(1, Math.round((double) photo.getHeight() * maxSide / longer));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        double step = (double) photo.getHeight() / height;
        float[] mean = new float[width * SAMPLES];
        byte[] samples = new byte[width * SAMPLES];
        byte[] row = null;
        float[] narrow = new float[width * SAMPLES];
        int read = -1;
        for (int y = 0; y < height; y++) {
            Arrays.fill(mean, 0);
            double top = y * step;
            double bottom = Math.min(photo.getHeight(), top + step);
            for (int from = (int) top; from < bottom; from++) {
                // Neighboring rows of the result share a row of the photo.
                if (from != read) {
                    row = (byte[]) photo.getRaster().getDataElements(0, from, photo.getWidth(), 1, row);
                    shrink(row, narrow);
                    read = from;
                }
                float weight = weight(from, top, bottom);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += weight * narrow[i];
                }
            }
            for (int i = 0; i < mean.length; i++) {
                samples[i] = (byte) Math.round(mean[i]);
            }
            small.getRaster().setDataElements(0, y, width, 1, samples);
        }
        return small;
    }

    private static void shrink(byte[] row, float[] narrow) {
        int from = row.length / SAMPLES;
        int to = narrow.length / SAMPLES;
        double step = (double) from / to;
        Arrays.fill(narrow, 0);
        for (int x = 0; x < to; x++) {
            double left = x * step;
            double right = Math.min(from, left + step);
            for (int i = (int) left; i < right; i++) {
                float weight = weight(i, left, right);
                for (int sample = 0; sample < SAMPLES; sample++) {
                    narrow[SAMPLES * x + sample] += weight * (row[SAMPLES * i + sample] & 0xff);
                }
            }
        }
    }

    /** Returns the share of the interval from {@code start} to {@code end} that pixel {@code i} covers. */
    private static float weight(int i, double start, double end) {
        return (float) ((Math.min(end, i + 1) - Math.max(start, i)) / (end - start));
    }
}
