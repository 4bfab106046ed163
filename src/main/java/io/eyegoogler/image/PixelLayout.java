package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.image.color.SrgbConversion;
import java.awt.image.BufferedImage;
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
        return canonical(image, Cancellation.NEVER);
    }

    /**
     * As {@link #canonical(BufferedImage)}.
     *
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    static BufferedImage canonical(BufferedImage image, Cancellation cancellation) {
        boolean layout =
                image.getType() == BufferedImage.TYPE_3BYTE_BGR || image.getType() == BufferedImage.TYPE_4BYTE_ABGR;
        return layout && image.getColorModel().getColorSpace().isCS_sRGB() ? image : copy(image, cancellation);
    }

    /** {@code image}, or where its pixels are numbers of a palette's colours, a copy with these in the layout. */
    static BufferedImage withoutPalette(BufferedImage image, Cancellation cancellation) {
        return image.getColorModel() instanceof IndexColorModel ? copy(image, cancellation) : image;
    }

    /**
     * A copy of {@code image} in the layout. Grey is taken as it is meant: the sample is the value of red, green and
     * blue. Java takes grey without a profile for linear light and would brighten it.
     */
    public static BufferedImage copy(BufferedImage image) {
        return copy(image, Cancellation.NEVER);
    }

    private static BufferedImage copy(BufferedImage image, Cancellation cancellation) {
        BufferedImage copy = blank(image);
        if (ArgbRows.canRead(image)) {
            copy(ArgbRows.of(image), copy, cancellation);
        } else {
            SrgbConversion.convert(image, copy, cancellation);
        }
        return copy;
    }

    /** A picture of the layout, as large as {@code image}, with place for its transparency. */
    static BufferedImage blank(BufferedImage image) {
        return new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
    }

    private static void copy(ArgbRows rows, BufferedImage copy, Cancellation cancellation) {
        byte[] samples = ((DataBufferByte) copy.getRaster().getDataBuffer()).getData();
        boolean alpha = copy.getColorModel().hasAlpha();
        int[] row = new int[copy.getWidth()];
        int at = 0;
        for (int y = 0; y < copy.getHeight(); y++) {
            cancellation.check();
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
    }
}
