package io.eyegoogler.image.reader;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageMetadata;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/** Which kinds of TIFF the library gives wrong pixels for: found by comparing it with libtiff and ImageMagick. */
final class UnsupportedTiffKind {

    private static final String ADVICE = " aren't read here; save it as RGB with 8 or 16 bits a sample and send that.";
    private static final Set<Integer> GRAY_BITS = Set.of(1, 2, 4, 8, 16);
    private static final Set<Integer> COLOR_BITS = Set.of(2, 8, 16, 32, 64);
    /** CIE, ICC and ITU L*a*b*. */
    private static final Set<Integer> LAB = Set.of(8, 9, 10);

    private UnsupportedTiffKind() {}

    /**
     * Returns if the first picture of {@code reader} is of a kind that is read right.
     *
     * @param stored how its pixels are stored
     */
    static void check(ImageReader reader, ImageTypeSpecifier stored) throws IOException {
        TIFFImageMetadata tags = (TIFFImageMetadata) reader.getImageMetadata(0);
        ColorModel colors = stored.getColorModel();
        int space = colors.getColorSpace().getType();
        int bits = first(tags, TIFF.TAG_BITS_PER_SAMPLE, 1);
        boolean whole = stored.getSampleModel().getDataType() <= DataBuffer.TYPE_INT;
        Set<Integer> read = space == ColorSpace.TYPE_GRAY ? GRAY_BITS : COLOR_BITS;
        if (!(colors instanceof IndexColorModel) && !read.contains(bits) || bits > 16 && whole && colors.hasAlpha()) {
            throw new UnsupportedKindException("TIFFs with " + bits + " bits a sample" + ADVICE);
        }
        if (space == ColorSpace.TYPE_CMYK && colors.isAlphaPremultiplied()) {
            throw new UnsupportedKindException("CMYK TIFFs with associated alpha" + ADVICE);
        }
        if (bits != 8 && LAB.contains(first(tags, TIFF.TAG_PHOTOMETRIC_INTERPRETATION, -1))) {
            throw new UnsupportedKindException("Lab TIFFs with " + bits + " bits a sample" + ADVICE);
        }
    }

    /** The first number of a tag, or {@code otherwise}. */
    private static int first(TIFFImageMetadata tags, int tag, int otherwise) {
        Entry entry = tags.getTIFFField(tag);
        Object value = entry == null ? null : entry.getValue();
        if (value != null && value.getClass().isArray() && Array.getLength(value) > 0) {
            value = Array.get(value, 0);
        }
        return value instanceof Number number ? number.intValue() : otherwise;
    }
}
