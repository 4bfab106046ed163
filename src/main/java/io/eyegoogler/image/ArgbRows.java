package io.eyegoogler.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Reads rows of a picture as 8-bit alpha, red, green and blue in an {@code int} each.
 *
 * <p>Samples are read straight from the raster. {@code BufferedImage.getRGB} returns the same for all but gray, but
 * allocates an array for each pixel, which takes several times as long.
 */
interface ArgbRows {

    /** Copies row {@code y} to {@code row}, which is as long as the picture is wide. */
    void read(int y, int[] row);

    /**
     * Returns whether {@code image} can be read: not if its colors are those of a profile, which Java's CMM converts.
     */
    static boolean canRead(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        ColorSpace space = colors.getColorSpace();
        return colors instanceof IndexColorModel
                || space.getType() == ColorSpace.TYPE_GRAY
                || space.isCS_sRGB()
                || !(space instanceof ICC_ColorSpace) && isSeparate(colors);
    }

    /** Returns the rows of a picture that {@linkplain #canRead can be read}. */
    static ArgbRows of(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        if (colors instanceof IndexColorModel palette) {
            return palette(image.getRaster(), palette);
        }
        ColorSpace space = colors.getColorSpace();
        boolean gray = space.getType() == ColorSpace.TYPE_GRAY;
        if (isSeparate(colors) && (!isUniform(colors) || !gray && !space.isCS_sRGB())) {
            return new HighBitDepthRows(image);
        }
        if (gray) {
            return samples(image, 0, 0, 0);
        }
        return isSeparate(colors)
                ? samples(image, 0, 1, 2)
                : (y, row) -> image.getRGB(0, y, row.length, 1, row, 0, row.length);
    }

    private static boolean isSeparate(ColorModel colors) {
        return colors instanceof ComponentColorModel && !colors.isAlphaPremultiplied();
    }

    private static boolean isUniform(ColorModel colors) {
        int[] bits = colors.getComponentSize();
        for (int each : bits) {
            if (each != bits[0] || each > Short.SIZE) {
                return false;
            }
        }
        return true;
    }

    private static ArgbRows palette(Raster raster, IndexColorModel palette) {
        return (y, row) -> {
            raster.getSamples(0, y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                row[x] = palette.getRGB(row[x]);
            }
        };
    }

    /**
     * Returns rows of samples of up to 16 bits.
     *
     * @param red the band of red, likewise {@code green} and {@code blue}; alpha is the last band
     */
    private static ArgbRows samples(BufferedImage image, int red, int green, int blue) {
        Raster raster = image.getRaster();
        boolean hasAlpha = image.getColorModel().hasAlpha();
        int bands = raster.getNumBands();
        int[] levels = levels(raster.getSampleModel().getSampleSize(0));
        int[] pixels = new int[image.getWidth() * bands];
        return (y, row) -> {
            raster.getPixels(0, y, row.length, 1, pixels);
            for (int x = 0, p = 0; x < row.length; x++, p += bands) {
                int alpha = hasAlpha ? levels[pixels[p + bands - 1]] : 0xff;
                row[x] = alpha << 24
                        | levels[pixels[p + red]] << 16
                        | levels[pixels[p + green]] << 8
                        | levels[pixels[p + blue]];
            }
        };
    }

    /** Returns for each sample of so many bits the nearest of 8 bits. */
    private static int[] levels(int bits) {
        int max = (1 << bits) - 1;
        int[] levels = new int[max + 1];
        for (int sample = 0; sample <= max; sample++) {
            levels[sample] = (sample * 0xff + max / 2) / max;
        }
        return levels;
    }
}
