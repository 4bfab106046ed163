package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/** From the colors of a profile to sRGB, by Java's CMM, strip by strip. */
final class SrgbConversion {

    /** Pixels between two checks: a millisecond's worth, or some where the CMM takes them one by one. */
    private static final int STRIP = 1 << 16;

    private SrgbConversion() {}

    /**
     * Puts {@code from} into {@code to}, which is as large, of the canonical {@link PixelLayout}, and transparent where
     * {@code from} is.
     *
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    static void convert(BufferedImage from, BufferedImage to, Cancellation cancellation) {
        // Of bytes the CMM takes whole rows of pictures; of wider samples only where it is given rasters.
        boolean wide = from.getRaster().getTransferType() != DataBuffer.TYPE_BYTE
                && from.getColorModel().getColorSpace() instanceof ICC_ColorSpace
                && !from.isAlphaPremultiplied();
        ColorConvertOp pictures = new ColorConvertOp(null);
        ColorConvertOp rasters =
                wide ? rasters((ICC_ColorSpace) from.getColorModel().getColorSpace()) : null;
        int width = from.getWidth();
        int rows = Math.max(1, STRIP / width);
        for (int top = 0; top < from.getHeight(); top += rows) {
            cancellation.check();
            int height = Math.min(rows, from.getHeight() - top);
            BufferedImage source = from.getSubimage(0, top, width, height);
            BufferedImage target = to.getSubimage(0, top, width, height);
            if (wide) {
                rasters.filter(
                        colors(source.getRaster(), source.getColorModel().getNumColorComponents()),
                        colors(target.getRaster(), target.getColorModel().getNumColorComponents()));
                copyAlpha(source, target);
            } else {
                pictures.filter(source, target);
            }
        }
    }

    private static ColorConvertOp rasters(ICC_ColorSpace space) {
        ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        return new ColorConvertOp(new ICC_Profile[] {space.getProfile(), srgb}, null);
    }

    private static WritableRaster colors(WritableRaster raster, int count) {
        return raster.createWritableChild(
                0,
                0,
                raster.getWidth(),
                raster.getHeight(),
                0,
                0,
                IntStream.range(0, count).toArray());
    }

    private static void copyAlpha(BufferedImage source, BufferedImage target) {
        if (!target.getColorModel().hasAlpha()) {
            return;
        }
        Raster from = source.getRaster();
        int band = from.getNumBands() - 1;
        long max = (1L << from.getSampleModel().getSampleSize(band)) - 1;
        int[] row = new int[source.getWidth()];
        for (int y = 0; y < source.getHeight(); y++) {
            from.getSamples(0, y, row.length, 1, band, row);
            for (int x = 0; x < row.length; x++) {
                row[x] = (int) ((row[x] * 255L + max / 2) / max);
            }
            target.getRaster().setSamples(0, y, row.length, 1, 3, row);
        }
    }
}
