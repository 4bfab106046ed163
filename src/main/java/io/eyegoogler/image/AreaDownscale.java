package io.eyegoogler.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Shrinks pictures by area averaging: each pixel is the mean of the pixels under it, weighted by how much it covers,
 * and by their alpha.
 */
final class AreaDownscale {

    private static final int BGR = 3;
    private static final int ABGR = 4;
    private static final int MAX = 255;

    private AreaDownscale() {}

    /** Returns {@code photo}, of the canonical layout, with sides of at most {@code maxSide} px; itself if they are. */
    static BufferedImage within(BufferedImage photo, int maxSide) {
        int longer = Math.max(photo.getWidth(), photo.getHeight());
        if (longer <= maxSide) {
            return photo;
        }
        int width = (int) Math.max(1, Math.round((double) photo.getWidth() * maxSide / longer));
        int height = (int) Math.max(1, Math.round((double) photo.getHeight() * maxSide / longer));
        int bands = photo.getColorModel().getNumComponents();
        BufferedImage small = new BufferedImage(width, height, photo.getType());
        double step = (double) photo.getHeight() / height;
        float[] mean = new float[width * bands];
        byte[] samples = new byte[width * bands];
        byte[] row = null;
        float[] narrow = new float[width * bands];
        int read = -1;
        for (int y = 0; y < height; y++) {
            Arrays.fill(mean, 0);
            double top = y * step;
            double bottom = Math.min(photo.getHeight(), top + step);
            for (int from = (int) top; from < bottom; from++) {
                // Neighboring rows of the result share a row of the photo.
                if (from != read) {
                    row = (byte[]) photo.getRaster().getDataElements(0, from, photo.getWidth(), 1, row);
                    shrink(row, narrow, bands);
                    read = from;
                }
                float weight = weight(from, top, bottom);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += weight * narrow[i];
                }
            }
            round(mean, samples, bands);
            small.getRaster().setDataElements(0, y, width, 1, samples);
        }
        return small;
    }

    /** Shrinks a row; colors are multiplied by alpha, which is the last sample of each pixel. */
    private static void shrink(byte[] row, float[] narrow, int bands) {
        int from = row.length / bands;
        int to = narrow.length / bands;
        double step = (double) from / to;
        Arrays.fill(narrow, 0);
        for (int x = 0; x < to; x++) {
            double left = x * step;
            double right = Math.min(from, left + step);
            for (int i = (int) left; i < right; i++) {
                float weight = weight(i, left, right);
                if (bands == ABGR) {
                    int alpha = row[ABGR * i + BGR] & 0xff;
                    narrow[ABGR * x + BGR] += weight * alpha;
                    weight *= alpha / (float) MAX;
                }
                for (int sample = 0; sample < BGR; sample++) {
                    narrow[bands * x + sample] += weight * (row[bands * i + sample] & 0xff);
                }
            }
        }
    }

    private static void round(float[] mean, byte[] samples, int bands) {
        for (int i = 0; i < mean.length; i += bands) {
            float alpha = bands == ABGR ? mean[i + BGR] / MAX : 1;
            for (int sample = 0; sample < BGR; sample++) {
                samples[i + sample] = (byte) (alpha == 0 ? 0 : Math.min(MAX, Math.round(mean[i + sample] / alpha)));
            }
            if (bands == ABGR) {
                samples[i + BGR] = (byte) Math.round(mean[i + BGR]);
            }
        }
    }

    /** Returns the share of the interval from {@code start} to {@code end} that pixel {@code i} covers. */
    private static float weight(int i, double start, double end) {
        return (float) ((Math.min(end, i + 1) - Math.max(start, i)) / (end - start));
    }
}
