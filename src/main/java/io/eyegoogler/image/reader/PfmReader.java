package io.eyegoogler.image.reader;

import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/** Reads PFM: grayscale (Pf) or RGB (PF) floating-point samples, bottom row first (netpbm's pfm(5)). */
public final class PfmReader extends HdrReader {

    private static final int MAX_LINE = 1000;

    @Override
    boolean isSrgbEncoded() {
        return true;
    }

    @Override
    Rows open(ImageInputStream file) throws IOException {
        BufferedByteSource source = new BufferedByteSource(file);
        source.next();
        int samples = source.next() == 'F' ? 3 : 1;
        int width = PnmHeader.readNumber(source);
        int height = PnmHeader.readNumber(source);
        try {
            // A negative scale stands for little-endian samples.
            return new FloatRows(source, width, height, samples, Float.parseFloat(source.nextLine(MAX_LINE)));
        } catch (NumberFormatException invalid) {
            throw new IIOException("Expected a number", invalid);
        }
    }

    private static final class FloatRows extends Rows {

        private final BufferedByteSource source;
        private final int samples;
        private final float scale;

        FloatRows(BufferedByteSource source, int width, int height, int samples, float scale) throws IIOException {
            super(width, height, true);
            this.source = source;
            this.samples = samples;
            this.scale = scale;
        }

        @Override
        void read(float[] rgb) throws IOException {
            for (int x = 0; x < rgb.length; x += 3) {
                rgb[x] = next();
                rgb[x + 1] = samples == 1 ? rgb[x] : next();
                rgb[x + 2] = samples == 1 ? rgb[x] : next();
            }
        }

        /** Returns the next sample; NaN, infinity and negative numbers become 0. */
        private float next() throws IOException {
            int bits = source.nextInt();
            float value = Float.intBitsToFloat(scale < 0 ? Integer.reverseBytes(bits) : bits) * Math.abs(scale);
            return value > 0 && value < Float.POSITIVE_INFINITY ? value : 0;
        }
    }
}
