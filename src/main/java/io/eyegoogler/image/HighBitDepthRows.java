package io.eyegoogler.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * Rows of a picture with samples of more than 16 bits or floating point, or of colors such as CMYK that a formula turns
 * into sRGB.
 */
final class HighBitDepthRows implements ArgbRows {

    private static final int MAX = 255;

    private final Raster raster;
    private final ColorSpace space;
    private final int bands;
    private final boolean hasAlpha;
    /** Whether a sample is the value of red, green and blue, or of one of them. */
    private final boolean grey;

    private final boolean srgb;
    /** What a sample of full intensity is. */
    private final float[] full;

    private final float[] samples;
    private final float[] color;
    private final float[] lastColor;
    private int lastRgb;

    HighBitDepthRows(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        raster = image.getRaster();
        space = colors.getColorSpace();
        bands = raster.getNumBands();
        hasAlpha = colors.hasAlpha();
        grey = space.getType() == ColorSpace.TYPE_GRAY;
        srgb = space.isCS_sRGB();
        full = new float[bands];
        boolean whole = raster.getTransferType() < DataBuffer.TYPE_FLOAT;
        for (int band = 0; band < bands; band++) {
            full[band] = whole ? (float) (Math.pow(2, raster.getSampleModel().getSampleSize(band)) - 1) : 1;
        }
        samples = new float[image.getWidth() * bands];
        color = new float[colors.getNumColorComponents()];
        lastColor = new float[color.length];
        Arrays.fill(lastColor, Float.NaN);
    }

    @Override
    public void read(int y, int[] row) {
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, row.length, 1, samples);
        for (int x = 0, p = 0; x < row.length; x++, p += bands) {
            for (int i = 0; i < color.length; i++) {
                color[i] = intensity(p, i);
            }
            int alpha = hasAlpha ? level(intensity(p, bands - 1)) : MAX;
            row[x] = alpha << 24 | rgb();
        }
    }

    /** Between 0 and 1. An {@code int}'s upper half is read as negative. */
    private float intensity(int pixel, int band) {
        float sample = samples[pixel + band];
        float unsigned = sample < 0 && full[band] > Integer.MAX_VALUE ? sample + full[band] : sample;
        return Math.max(0, Math.min(1, unsigned / full[band]));
    }

    private static int level(float intensity) {
        return (int) (intensity * MAX + 0.5f);
    }

    private int rgb() {
        if (grey) {
            return level(color[0]) * 0x10101;
        }
        if (srgb) {
            return level(color[0]) << 16 | level(color[1]) << 8 | level(color[2]);
        }
        // Neighbours often have the same color, and conversion makes objects.
        if (!Arrays.equals(color, lastColor)) {
            System.arraycopy(color, 0, lastColor, 0, color.length);
            float[] rgb = space.toRGB(color);
            lastRgb = level(rgb[0]) << 16 | level(rgb[1]) << 8 | level(rgb[2]);
        }
        return lastRgb;
    }
}
