package io.eyegoogler.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The one layout of pixels that the rest of the program works on: 8-bit sRGB, {@code TYPE_3BYTE_BGR}, or
 * {@code TYPE_4BYTE_ABGR} where there is transparency. ImageIO decodes nearly all photos to just these.
 */
public final class PixelLayout {

    private static final int OPAQUE = 0xff000000;
    private static final int MAX_8_BIT = 255;

    private PixelLayout() {}

    /** {@code image} itself if it has the layout already, else a copy that has it. */
    public static BufferedImage canonical(BufferedImage image) {
        boolean layout =
                image.getType() == BufferedImage.TYPE_3BYTE_BGR || image.getType() == BufferedImage.TYPE_4BYTE_ABGR;
        return layout && image.getColorModel().getColorSpace().isCS_sRGB() ? image : copy(image);
    }

    /** {@code image}, or where its pixels are numbers of a palette's colours, a copy with these in the layout. */
    static BufferedImage withoutPalette(BufferedImage image) {
        return image.getColorModel() instanceof IndexColorModel ? fromSrgb(image) : image;
    }

    /** A copy of {@code image} in the layout. */
    public static BufferedImage copy(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        ColorSpace space = colours.getColorSpace();
        if (!(colours instanceof IndexColorModel) && space.getType() == ColorSpace.TYPE_GRAY) {
            return fromGrey(image);
        }
        if (!space.isCS_sRGB()) {
            return new ColorConvertOp(null).filter(image, blank(image));
        }
        return fromSrgb(image);
    }

    private static BufferedImage blank(BufferedImage image) {
        return new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
    }

    private static BufferedImage fromSrgb(BufferedImage image) {
        BufferedImage copy = blank(image);
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            copy.setRGB(0, y, width, 1, row, 0, width);
        }
        return copy;
    }

    /**
     * Grey as it is meant: the sample is the value of red, green and blue. Java takes grey without a profile for linear
     * light and would brighten it.
     */
    private static BufferedImage fromGrey(BufferedImage image) {
        BufferedImage copy = blank(image);
        Raster samples = image.getRaster();
        int width = image.getWidth();
        int max = (1 << samples.getSampleModel().getSampleSize(0)) - 1;
        int[] grey = new int[width];
        int[] alpha = new int[width];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            samples.getSamples(0, y, width, 1, 0, grey);
            if (image.getColorModel().hasAlpha()) {
                samples.getSamples(0, y, width, 1, 1, alpha);
            }
            for (int x = 0; x < width; x++) {
                int value = toByte(grey[x], max);
                int opacity = image.getColorModel().hasAlpha() ? toByte(alpha[x], max) << 24 : OPAQUE;
                row[x] = opacity | value << 16 | value << 8 | value;
            }
            copy.setRGB(0, y, width, 1, row, 0, width);
        }
        return copy;
    }

    private static int toByte(int sample, int max) {
        return (int) (((long) sample * MAX_8_BIT + max / 2) / max);
    }
}
