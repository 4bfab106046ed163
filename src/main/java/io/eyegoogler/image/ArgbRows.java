package io.eyegoogler.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Rows of a picture as 8-bit alpha, red, green and blue in an {@code int} each.
 *
 * <p>Samples are read row by row as they lie. {@code BufferedImage.getRGB} gives the same for all but grey, but makes an
 * array for each pixel, which takes several times as long.
 */
interface ArgbRows {

    /** Puts row {@code y} into {@code row}, which is as long as the picture is wide. */
    void read(int y, int[] row);

    /** Whether there are rows of {@code image}: not of the colors of a profile, for which there is Java's CMM. */
    static boolean canRead(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        ColorSpace space = colours.getColorSpace();
        return colours instanceof IndexColorModel
                || space.getType() == ColorSpace.TYPE_GRAY
                || space.isCS_sRGB()
                || !(space instanceof ICC_ColorSpace) && isSeparate(colours);
    }

    /** The rows of a picture that {@link #canRead can be read}. */
    static ArgbRows of(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel palette) {
            return palette(image.getRaster(), palette);
        }
        ColorSpace space = colours.getColorSpace();
        boolean grey = space.getType() == ColorSpace.TYPE_GRAY;
        if (isSeparate(colours) && (!isUniform(colours) || !grey && !space.isCS_sRGB())) {
            return new HighBitDepthRows(image);
        }
        if (grey) {
            return samples(image, 0, 0, 0);
        }
        return isSeparate(colours)
                ? samples(image, 0, 1, 2)
                : (y, row) -> image.getRGB(0, y, row.length, 1, row, 0, row.length);
    }

    private static boolean isSeparate(ColorModel colours) {
        return colours instanceof ComponentColorModel && !colours.isAlphaPremultiplied();
    }

    private static boolean isUniform(ColorModel colours) {
        int[] bits = colours.getComponentSize();
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
     * Samples of any depth up to 16 bits.
     *
     * @param red its number among a pixel's samples, likewise {@code green} and {@code blue}; alpha is the last
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

    /** Of each sample of so many bits the nearest of 8. */
    private static int[] levels(int bits) {
        int max = (1 << bits) - 1;
        int[] levels = new int[max + 1];
        for (int sample = 0; sample <= max; sample++) {
            levels[sample] = (sample * 0xff + max / 2) / max;
        }
        return levels;
    }
}
