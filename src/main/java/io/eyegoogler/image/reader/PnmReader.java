package io.eyegoogler.image.reader;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Reads PBM, PGM and PPM, as text or as bytes, and PAM; samples of any depth become the nearest of 8 bits. */
public final class PnmReader extends SingleImageReader {

    private static final int MAX_DEPTH = 4;

    @Override
    protected Dimension size(ImageInputStream file) throws IOException {
        PnmHeader header = PnmHeader.read(new BufferedByteSource(file));
        return new Dimension(header.width(), header.height());
    }

    @Override
    protected BufferedImage picture(ImageInputStream file) throws IOException {
        BufferedByteSource source = new BufferedByteSource(file);
        PnmHeader header = PnmHeader.read(source);
        if (header.depth() < 1 || header.depth() > MAX_DEPTH) {
            throw new UnsupportedKindException("PAM files with " + header.depth()
                    + " samples a pixel aren't read here; save it as RGB and send that.");
        }
        SampleRaster target = new SampleRaster(header.width(), header.height(), header.alpha());
        int[] samples = new int[header.depth()];
        for (int y = 0; y < header.height(); y++) {
            int bits = 0;
            for (int x = 0; x < header.width(); x++) {
                if (header.kind() == '4') {
                    bits = x % 8 == 0 ? source.next() : bits << 1;
                    samples[0] = (bits & 0x80) == 0 ? 255 : 0;
                } else {
                    for (int i = 0; i < samples.length; i++) {
                        samples[i] = sample(source, header);
                    }
                }
                put(target, x, y, samples);
            }
        }
        return target.image();
    }

    /** Of 8 bits. */
    private static int sample(BufferedByteSource source, PnmHeader header) throws IOException {
        if (header.kind() == '1') {
            // Digits may stand without a space between them.
            return PnmHeader.afterSpace(source) == '1' ? 0 : 255;
        }
        int sample = header.text()
                ? PnmHeader.number(source)
                : header.max() > 255 ? source.next() << 8 | source.next() : source.next();
        return (int) ((Math.min(sample, header.max()) * 255L + header.max() / 2) / header.max());
    }

    private static void put(SampleRaster target, int x, int y, int[] samples) {
        switch (samples.length) {
            case 1 -> target.put(x, y, samples[0], samples[0], samples[0], 255);
            case 2 -> target.put(x, y, samples[0], samples[0], samples[0], samples[1]);
            case 3 -> target.put(x, y, samples[0], samples[1], samples[2], 255);
            default -> target.put(x, y, samples[0], samples[1], samples[2], samples[3]);
        }
    }
}
