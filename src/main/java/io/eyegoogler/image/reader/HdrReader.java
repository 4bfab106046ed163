package io.eyegoogler.image.reader;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Reads a file of measured light twice: to measure it, and to map it by a {@link ToneMapping}. */
abstract class HdrReader extends SingleImageReader {

    /** Rows of light. */
    interface Rows {

        Dimension size();

        /** The row of the picture, from the top, that the next one is. */
        int nextRow();

        /** Fills {@code light} with the next row: red, green and blue of each pixel, none below 0. */
        void read(float[] light) throws IOException;
    }

    /** Begins with the first row of {@code file}. */
    abstract Rows open(ImageInputStream file) throws IOException;

    /** Whether light up to 1 has sRGB's transfer curve already. */
    abstract boolean coded();

    @Override
    protected final Dimension size(ImageInputStream file) throws IOException {
        return open(file).size();
    }

    @Override
    protected final BufferedImage picture(ImageInputStream file) throws IOException {
        Rows rows = open(file);
        int width = rows.size().width;
        int height = rows.size().height;
        float[] light = new float[Math.multiplyExact(3, width)];
        ToneMapping curve = new ToneMapping(coded());
        for (int i = 0; i < height; i++) {
            rows.read(light);
            for (int x = 0; x < light.length; x += 3) {
                curve.measure(light[x], light[x + 1], light[x + 2]);
            }
        }
        curve.finish();
        file.seek(0);
        rows = open(file);
        SampleRaster target = new SampleRaster(width, height, false);
        for (int i = 0; i < height; i++) {
            int y = rows.nextRow();
            rows.read(light);
            for (int x = 0; x < width; x++) {
                put(target, x, y, light[3 * x], light[3 * x + 1], light[3 * x + 2], curve);
            }
        }
        return target.image();
    }

    private static void put(SampleRaster target, int x, int y, float red, float green, float blue, ToneMapping curve) {
        double factor = curve.factor(red, green, blue);
        target.put(x, y, curve.sample(factor * red), curve.sample(factor * green), curve.sample(factor * blue), 255);
    }
}
