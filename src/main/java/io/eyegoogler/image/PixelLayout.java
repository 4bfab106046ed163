package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.image.color.SrgbConversion;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/**
 * The canonical layout of pixels, which all other code works on: 8-bit sRGB, {@code TYPE_3BYTE_BGR}, or
 * {@code TYPE_4BYTE_ABGR} with transparency. ImageIO decodes nearly all photos to these types.
 */
public final class PixelLayout {

    private PixelLayout() {}

    /** Returns whether {@code image} has the canonical layout. */
    public static boolean isCanonical(BufferedImage image) {
        boolean type =
                image.getType() == BufferedImage.TYPE_3BYTE_BGR || image.getType() == BufferedImage.TYPE_4BYTE_ABGR;
        return type && image.getColorModel().getColorSpace().isCS_sRGB();
    }

    /** Returns {@code image} itself if it has the canonical layout, else a copy that has it. */
    public static BufferedImage canonical(BufferedImage image) {
        return canonical(image, Cancellation.NEVER);
    }

    /**
     * As {@link #canonical(BufferedImage)}.
     *
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    static BufferedImage canonical(BufferedImage image, Cancellation cancellation) {
        return isCanonical(image) ? image : copy(image, cancellation);
    }

    /** Returns {@code image}, or if it has a palette, a copy in the canonical layout. */
    static BufferedImage withoutPalette(BufferedImage image, Cancellation cancellation) {
        return image.getColorModel() instanceof IndexColorModel ? copy(image, cancellation) : image;
    }

    /**
     * Returns a copy of {@code image} in the canonical layout. A gray sample becomes the value of red, green and blue;
     * Java would take gray without a profile for linear light and brighten it.
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

    /** Returns a black or transparent picture in the canonical layout, of the size of {@code image}. */
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
