package io.eyegoogler.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * Rows of an image whose samples have more than 16 bits or are floating-point numbers, or whose color space, such as
 * CMYK without a profile, a formula converts to sRGB.
 */
final class HighBitDepthRows implements ArgbRows {

    private static final int MAX = 255;

    private final Raster raster;
    private final ColorSpace space;
    private final int bands;
    private final boolean hasAlpha;
    private final boolean gray;
    private final boolean srgb;
    /** The sample of full intensity, by band. */
    private final float[] maxSamples;

    private final float[] samples;
    private final float[] color;
    private final float[] lastColor;
    private int lastRgb;

    HighBitDepthRows(BufferedImage image) {
        ColorModel model = image.getColorModel();
        raster = image.getRaster();
        space = model.getColorSpace();
        bands = raster.getNumBands();
        hasAlpha = model.hasAlpha();
        gray = space.getType() == ColorSpace.TYPE_GRAY;
        srgb = space.isCS_sRGB();
        maxSamples = new float[bands];
        boolean integer = raster.getTransferType() < DataBuffer.TYPE_FLOAT;
        for (int band = 0; band < bands; band++) {
            maxSamples[band] =
                    integer ? (float) (Math.pow(2, raster.getSampleModel().getSampleSize(band)) - 1) : 1;
        }
        samples = new float[image.getWidth() * bands];
        color = new float[model.getNumColorComponents()];
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

    /** Returns a sample as 0 to 1. The upper half of unsigned 32-bit samples is read as negative numbers. */
    private float intensity(int pixel, int band) {
        float sample = samples[pixel + band];
        float unsigned = sample < 0 && maxSamples[band] > Integer.MAX_VALUE ? sample + maxSamples[band] : sample;
        return Math.max(0, Math.min(1, unsigned / maxSamples[band]));
    }

    private static int level(float intensity) {
        return (int) (intensity * MAX + 0.5f);
    }

    private int rgb() {
        if (gray) {
            return level(color[0]) * 0x10101;
        }
        if (srgb) {
            return level(color[0]) << 16 | level(color[1]) << 8 | level(color[2]);
        }
        // Neighbors often have the same color, and conversion allocates objects.
        if (!Arrays.equals(color, lastColor)) {
            System.arraycopy(color, 0, lastColor, 0, color.length);
            float[] rgb = space.toRGB(color);
            lastRgb = level(rgb[0]) << 16 | level(rgb[1]) << 8 | level(rgb[2]);
        }
        return lastRgb;
    }
}
