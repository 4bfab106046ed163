package io.eyegoogler.image.reader;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads a TIFF's first picture; colors that are stored weighed with alpha ("associated", ExtraSamples = 1) become those
 * that they are. The reader that ImageIO finds gives them as stored, and in most layouts doesn't tell.
 */
public final class TiffReader extends SingleImageReader {

    @Override
    protected Dimension size(ImageInputStream file) throws IOException {
        ImageReader reader = reader(file);
        try {
            return new Dimension(reader.getWidth(0), reader.getHeight(0));
        } finally {
            reader.dispose();
        }
    }

    @Override
    protected BufferedImage picture(ImageInputStream file) throws IOException {
        ImageReader reader = reader(file);
        try {
            ImageTypeSpecifier stored = reader.getRawImageType(0);
            UnsupportedTiffKind.check(reader, stored);
            if (!stored.getColorModel().hasAlpha() || !stored.getColorModel().isAlphaPremultiplied()) {
                return reader.read(0);
            }
            ImageReadParam param = reader.getDefaultReadParam();
            param.setDestinationType(stored);
            return unweighed(reader.read(0, param));
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(ImageInputStream file) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        reader.setInput(file, true, true);
        return reader;
    }

    private static BufferedImage unweighed(BufferedImage image) {
        WritableRaster raster = image.getRaster();
        ColorModel colors = image.getColorModel().coerceData(raster, false);
        return new BufferedImage(colors, raster, false, null);
    }
}
