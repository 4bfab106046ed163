package io.eyegoogler.image.reader;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/** Reads a high dynamic range (HDR) image in two passes: one measures its light, one maps it by {@link ToneMapping}. */
abstract class HdrReader extends SingleImageReader {

    /** The rows of an image in the order in which they are stored. */
    abstract static class Rows {

        final int width;
        final int height;
        private final boolean bottomUp;

        Rows(int width, int height, boolean bottomUp) throws IIOException {
            if (width < 1 || height < 1) {
                throw new IIOException("Invalid size");
            }
            this.width = width;
            this.height = height;
            this.bottomUp = bottomUp;
        }

        /** Fills {@code rgb} with the next row: red, green and blue of each pixel, none negative. */
        abstract void read(float[] rgb) throws IOException;
    }

    /** Reads the header of {@code file}, which is at its beginning. */
    abstract Rows open(ImageInputStream file) throws IOException;

    /** Returns whether values up to 1 are sRGB samples rather than linear light. */
    abstract boolean isSrgbEncoded();

    @Override
    protected final Dimension readSize(ImageInputStream file) throws IOException {
        Rows rows = open(file);
        return new Dimension(rows.width, rows.height);
    }

    @Override
    protected final BufferedImage readImage(ImageInputStream file) throws IOException {
        Rows rows = open(file);
        int width = rows.width;
        int height = rows.height;
        float[] rgb = new float[Math.multiplyExact(3, width)];
        ToneMapping mapping = new ToneMapping(isSrgbEncoded());
        for (int i = 0; i < height; i++) {
            rows.read(rgb);
            for (int p = 0; p < rgb.length; p += 3) {
                mapping.measure(rgb[p], rgb[p + 1], rgb[p + 2]);
            }
        }
        mapping.finishMeasuring();
        file.seek(0);
        rows = open(file);
        SrgbImageBuilder target = new SrgbImageBuilder(width, height, false);
        for (int i = 0; i < height; i++) {
            int y = rows.bottomUp ? height - 1 - i : i;
            rows.read(rgb);
            for (int x = 0, p = 0; x < width; x++, p += 3) {
                double scale = mapping.scale(rgb[p], rgb[p + 1], rgb[p + 2]);
                int red = mapping.sample(scale * rgb[p]);
                int green = mapping.sample(scale * rgb[p + 1]);
                target.set(x, y, red, green, mapping.sample(scale * rgb[p + 2]), 255);
            }
        }
        return target.image();
    }
}
