package io.eyegoogler.image.color;

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

/** Converts images with an ICC color space to sRGB by Java's color management module (CMM). */
public final class SrgbConversion {

    /**
     * Pixels between two checks for cancellation: a millisecond's worth, or a few where the CMM converts them one by
     * one.
     */
    private static final int STRIP = 1 << 16;

    private SrgbConversion() {}

    /**
     * Converts {@code source} to {@code target}, which has the same size and is 8-bit sRGB, with alpha if {@code
     * source} has it.
     *
     * @throws io.eyegoogler.WorkCancelledException if the work is canceled
     */
    public static void convert(BufferedImage source, BufferedImage target, Cancellation cancellation) {
        // The CMM converts images of bytes row by row, but images of wider samples pixel by pixel; rasters it converts
        // whole.
        boolean wide = source.getRaster().getTransferType() != DataBuffer.TYPE_BYTE
                && source.getColorModel().getColorSpace() instanceof ICC_ColorSpace
                && !source.isAlphaPremultiplied();
        ColorConvertOp images = new ColorConvertOp(null);
        ColorConvertOp rasters =
                wide ? toSrgb((ICC_ColorSpace) source.getColorModel().getColorSpace()) : null;
        int width = source.getWidth();
        int rows = Math.max(1, STRIP / width);
        for (int top = 0; top < source.getHeight(); top += rows) {
            cancellation.check();
            int height = Math.min(rows, source.getHeight() - top);
            BufferedImage from = source.getSubimage(0, top, width, height);
            BufferedImage to = target.getSubimage(0, top, width, height);
            if (wide) {
                rasters.filter(colorBands(from), colorBands(to));
                copyAlpha(from, to);
            } else {
                images.filter(from, to);
            }
        }
    }

    private static ColorConvertOp toSrgb(ICC_ColorSpace space) {
        ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        return new ColorConvertOp(new ICC_Profile[] {space.getProfile(), srgb}, null);
    }

    private static WritableRaster colorBands(BufferedImage image) {
        WritableRaster raster = image.getRaster();
        int[] bands = IntStream.range(0, image.getColorModel().getNumColorComponents())
                .toArray();
        return raster.createWritableChild(0, 0, raster.getWidth(), raster.getHeight(), 0, 0, bands);
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
