package io.eyegoogler.image.reader;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageMetadata;
import io.eyegoogler.PhotoRejectedException;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/**
 * Rejects variants of TIFF that the library decodes to wrong pixels, as a comparison with libtiff and ImageMagick
 * showed.
 */
final class TiffVariantCheck {

    private static final String ADVICE =
            " are not supported; save the image as RGB with 8 or 16 bits per sample and send the copy.";
    private static final Set<Integer> GRAY_BITS = Set.of(1, 2, 4, 8, 16);
    private static final Set<Integer> COLOR_BITS = Set.of(2, 8, 16, 32, 64);
    /** CIE, ICC and ITU L*a*b*. */
    private static final Set<Integer> LAB = Set.of(8, 9, 10);

    private TiffVariantCheck() {}

    /**
     * Returns if the first image of {@code reader} is decoded correctly.
     *
     * @param stored how its pixels are stored
     * @throws PhotoRejectedException.Unsupported if it isn't
     */
    static void check(ImageReader reader, ImageTypeSpecifier stored) throws IOException {
        TIFFImageMetadata tags = (TIFFImageMetadata) reader.getImageMetadata(0);
        ColorModel model = stored.getColorModel();
        int space = model.getColorSpace().getType();
        int bits = first(tags, TIFF.TAG_BITS_PER_SAMPLE, 1);
        boolean integer = stored.getSampleModel().getDataType() <= DataBuffer.TYPE_INT;
        Set<Integer> supported = space == ColorSpace.TYPE_GRAY ? GRAY_BITS : COLOR_BITS;
        if (!(model instanceof IndexColorModel) && !supported.contains(bits)
                || bits > 16 && integer && model.hasAlpha()) {
            throw new PhotoRejectedException.Unsupported("TIFF files with " + bits + " bits per sample" + ADVICE);
        }
        if (space == ColorSpace.TYPE_CMYK && model.isAlphaPremultiplied()) {
            throw new PhotoRejectedException.Unsupported("CMYK TIFF files with associated alpha" + ADVICE);
        }
        if (bits != 8 && LAB.contains(first(tags, TIFF.TAG_PHOTOMETRIC_INTERPRETATION, -1))) {
            throw new PhotoRejectedException.Unsupported("Lab TIFF files with " + bits + " bits per sample" + ADVICE);
        }
    }

    /** Returns the first number of a field, or {@code defaultValue} if there is none. */
    private static int first(TIFFImageMetadata tags, int tag, int defaultValue) {
        Entry entry = tags.getTIFFField(tag);
        Object value = entry == null ? null : entry.getValue();
        if (value != null && value.getClass().isArray() && Array.getLength(value) > 0) {
            value = Array.get(value, 0);
        }
        return value instanceof Number number ? number.intValue() : defaultValue;
    }
}
