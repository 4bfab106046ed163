package io.eyegoogler.image.reader;

import java.awt.Dimension;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/** Reads PFM: grey (Pf) or RGB (PF) as floating-point numbers, the lowest row first (netpbm's pfm(5)). */
public final class PfmReader extends HdrReader {

    private static final int MAX_LINE = 1000;

    @Override
    boolean coded() {
        return true;
    }

    @Override
    Rows open(ImageInputStream file) throws IOException {
        BufferedByteSource source = new BufferedByteSource(file);
        source.next();
        int samples = source.next() == 'F' ? 3 : 1;
        int width = PnmHeader.number(source);
        int height = PnmHeader.number(source);
        if (width < 1 || height < 1) {
            throw new IIOException("An impossible size");
        }
        try {
            // Negative: the least significant byte comes first.
            return new FloatRows(source, width, height, samples, Float.parseFloat(source.nextLine(MAX_LINE)));
        } catch (NumberFormatException wrong) {
            throw new IIOException("No number where one must be", wrong);
        }
    }

    private static final class FloatRows implements Rows {

        private final BufferedByteSource source;
        private final Dimension size;
        private final int samples;
        private final float scale;
        private int done;

        FloatRows(BufferedByteSource source, int width, int height, int samples, float scale) {
            this.source = source;
            this.size = new Dimension(width, height);
            this.samples = samples;
            this.scale = scale;
        }

        @Override
        public Dimension size() {
            return size;
        }

        @Override
        public int nextRow() {
            return size.height - 1 - done;
        }

        @Override
        public void read(float[] light) throws IOException {
            for (int x = 0; x < light.length; x += 3) {
                light[x] = next();
                light[x + 1] = samples == 1 ? light[x] : next();
                light[x + 2] = samples == 1 ? light[x] : next();
            }
            done++;
        }

        /** What isn't a number, or less than nothing, is dark. */
        private float next() throws IOException {
            int bits = source.nextInt();
            float value = Float.intBitsToFloat(scale < 0 ? Integer.reverseBytes(bits) : bits) * Math.abs(scale);
            return value > 0 && value < Float.POSITIVE_INFINITY ? value : 0;
        }
    }
}
