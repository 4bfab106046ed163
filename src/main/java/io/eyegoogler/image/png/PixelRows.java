package io.eyegoogler.image.png;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.SampleModel;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rows of an image as PNG has them: samples in the order red, green, blue, alpha, 16-bit ones with the high byte
 * first, several smaller ones packed to a byte (PNG specification, 7.2). Several threads may read at once.
 *
 * <p>Samples are taken as they lie in the raster. {@code BufferedImage.getRGB} would convert colours: it reads the
 * linear grey of {@code TYPE_BYTE_GRAY} into other values than those stored.
 */
sealed interface PixelRows permits ByteRows, OpaqueRows, PackedRows, PatchRows, SampleRows {
    PngHeader header();

    /** Puts row {@code y} (0 is the top) at {@code into[at]}, and no byte behind it. */
    void read(int y, byte[] into, int at);

    /**
     * The rows of an image, unless it is of a kind that PNG has not (alpha multiplied into colours, other samples than
     * 8 or 16 bits or a palette's 1, 2, 4) or that this encoder leaves to others (colour spaces but sRGB and grey).
     */
    static Optional<PixelRows> of(BufferedImage image) {
        return header(image).map(header -> ByteRows.of(image, header)
                .or(() -> PackedRows.of(image, header))
                .orElseGet(() -> new SampleRows(image.getRaster(), header)));
    }

    private static Optional<PngHeader> header(BufferedImage image) {
        int depth = depth(image.getSampleModel());
        ColorModel colors = image.getColorModel();
        PngHeader.Color color = null;
        if (colors instanceof IndexColorModel palette) {
            boolean fits = depth > 0 && depth <= Byte.SIZE && palette.getMapSize() <= 1 << depth;
            color = fits && image.getRaster().getNumBands() == 1 ? PngHeader.Color.PALETTE : null;
        } else if (depth >= Byte.SIZE
                && image.getRaster().getNumBands() == colors.getNumComponents()
                && !(colors.hasAlpha() && colors.isAlphaPremultiplied())
                && integers(colors)) {
            color = color(colors);
        }
        return Optional.ofNullable(color).map(c -> new PngHeader(image.getWidth(), image.getHeight(), depth, c));
    }

    /** Bits of each sample where all have as many and PNG knows that many, else 0. */
    private static int depth(SampleModel model) {
        int[] sizes = model.getSampleSize();
        int depth = sizes[0];
        boolean allowed = depth == 1 || depth == 2 || depth == 4 || depth == Byte.SIZE || depth == Short.SIZE;
        return allowed && Arrays.stream(sizes).allMatch(size -> size == depth) ? depth : 0;
    }

    private static boolean integers(ColorModel colors) {
        return switch (colors.getTransferType()) {
            case DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT, DataBuffer.TYPE_INT ->
                colors instanceof ComponentColorModel || colors instanceof DirectColorModel;
            default -> false;
        };
    }

    private static PngHeader.Color color(ColorModel colors) {
        if (colors.getColorSpace().isCS_sRGB()) {
            return colors.hasAlpha() ? PngHeader.Color.RGB_ALPHA : PngHeader.Color.RGB;
        }
        if (colors.getColorSpace().equals(ColorSpace.getInstance(ColorSpace.CS_GRAY))) {
            return colors.hasAlpha() ? PngHeader.Color.GRAY_ALPHA : PngHeader.Color.GRAY;
        }
        return null;
    }
}
