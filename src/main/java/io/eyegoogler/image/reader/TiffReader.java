package io.eyegoogler.image.reader;

import io.eyegoogler.Cancellation;
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
 * Reads the first image of a TIFF. Colors that are premultiplied by alpha (ExtraSamples = 1, "associated alpha") are
 * un-premultiplied: the reader that ImageIO finds returns them as stored, and for most layouts doesn't say so.
 */
public final class TiffReader extends SingleImageReader {

    /** Pixels that are un-premultiplied between two checks for cancellation: some milliseconds' worth. */
    private static final int STRIP = 1 << 16;

    private final Cancellation cancellation;

    /** Creates a reader that stops when {@code cancellation} says so. */
    public TiffReader(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    protected Dimension readSize(ImageInputStream file) throws IOException {
        ImageReader reader = reader(file);
        try {
            return new Dimension(reader.getWidth(0), reader.getHeight(0));
        } finally {
            reader.dispose();
        }
    }

    @Override
    protected BufferedImage readImage(ImageInputStream file) throws IOException {
        ImageReader reader = reader(file);
        try {
            ImageTypeSpecifier stored = reader.getRawImageType(0);
            TiffVariantCheck.check(reader, stored);
            if (!stored.getColorModel().hasAlpha() || !stored.getColorModel().isAlphaPremultiplied()) {
                return reader.read(0);
            }
            ImageReadParam param = reader.getDefaultReadParam();
            param.setDestinationType(stored);
            return unpremultiplied(reader.read(0, param));
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(ImageInputStream file) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        reader.setInput(file, true, true);
        return reader;
    }

    /** Changes the samples of {@code image}. */
    private BufferedImage unpremultiplied(BufferedImage image) {
        WritableRaster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        int width = raster.getWidth();
        int rows = Math.max(1, STRIP / width);
        for (int top = 0; top < raster.getHeight(); top += rows) {
            cancellation.check();
            int height = Math.min(rows, raster.getHeight() - top);
            model = image.getColorModel()
                    .coerceData(raster.createWritableChild(0, top, width, height, 0, 0, null), false);
        }
        return new BufferedImage(model, raster, false, null);
    }
}
