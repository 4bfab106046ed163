package io.eyegoogler.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/**
 * The one layout of pixels that the rest of the program works on: 8-bit sRGB, {@code TYPE_3BYTE_BGR}, or
 * {@code TYPE_4BYTE_ABGR} where there is transparency. ImageIO decodes nearly all photos to just these.
 */
public final class PixelLayout {

    private PixelLayout() {}

    /** {@code image} itself if it has the layout already, else a copy that has it. */
    public static BufferedImage canonical(BufferedImage image) {
        boolean layout =
                image.getType() == BufferedImage.TYPE_3BYTE_BGR || image.getType() == BufferedImage.TYPE_4BYTE_ABGR;
        return layout && image.getColorModel().getColorSpace().isCS_sRGB() ? image : copy(image);
    }

    /** {@code image}, or where its pixels are numbers of a palette's colours, a copy with these in the layout. */
    static BufferedImage withoutPalette(BufferedImage image) {
        return image.getColorModel() instanceof IndexColorModel ? copy(image) : image;
    }

    /**
     * A copy of {@code image} in the layout. Grey is taken as it is meant: the sample is the value of red, green and
     * blue. Java takes grey without a profile for linear light and would brighten it.
     */
    public static BufferedImage copy(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        ColorSpace space = colours.getColorSpace();
        if (colours instanceof IndexColorModel || space.getType() == ColorSpace.TYPE_GRAY || space.isCS_sRGB()) {
            return copy(image, ArgbRows.of(image));
        }
        return new ColorConvertOp(null).filter(image, blank(image));
    }

    private static BufferedImage blank(BufferedImage image) {
        return new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
    }

    private static BufferedImage copy(BufferedImage image, ArgbRows rows) {
        BufferedImage copy = blank(image);
        byte[] samples = ((DataBufferByte) copy.getRaster().getDataBuffer()).getData();
        boolean alpha = copy.getColorModel().hasAlpha();
        int[] row = new int[image.getWidth()];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            rows.read(y, row);
            for (int argb : row) {
                if (alpha) {
                    samples[at++] = (byte) (argb >>> 24);
                }
                samples[at++] = (byte) argb;
                samples[at++] = (byte) (argb >> 8);
                samples[at++] = (byte) (argb >> 16);
            }
        }
        return copy;
    }
}
