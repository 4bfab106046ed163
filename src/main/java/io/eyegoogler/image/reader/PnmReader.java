package io.eyegoogler.image.reader;

import io.eyegoogler.PhotoRejectedException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Reads PBM, PGM and PPM, plain or binary, and PAM; samples are scaled to 8 bits. */
public final class PnmReader extends SingleImageReader {

    private static final int MAX_DEPTH = 4;

    @Override
    protected Dimension readSize(ImageInputStream file) throws IOException {
        PnmHeader header = PnmHeader.read(new BufferedByteSource(file));
        return new Dimension(header.width(), header.height());
    }

    @Override
    protected BufferedImage readImage(ImageInputStream file) throws IOException {
        BufferedByteSource source = new BufferedByteSource(file);
        PnmHeader header = PnmHeader.read(source);
        if (header.depth() < 1 || header.depth() > MAX_DEPTH) {
            throw new PhotoRejectedException.Unsupported("PAM files with " + header.depth()
                    + " samples per pixel are not supported; save the image as RGB and send the copy.");
        }
        SrgbImageBuilder target = new SrgbImageBuilder(header.width(), header.height(), header.hasAlpha());
        int[] samples = new int[header.depth()];
        for (int y = 0; y < header.height(); y++) {
            int bits = 0;
            for (int x = 0; x < header.width(); x++) {
                if (header.kind() == '4') {
                    bits = x % 8 == 0 ? source.next() : bits << 1;
                    samples[0] = (bits & 0x80) == 0 ? 255 : 0;
                } else {
                    for (int i = 0; i < samples.length; i++) {
                        samples[i] = readSample(source, header);
                    }
                }
                setPixel(target, x, y, samples);
            }
        }
        return target.image();
    }

    /** Returns the next sample, scaled to 8 bits. */
    private static int readSample(BufferedByteSource source, PnmHeader header) throws IOException {
        if (header.kind() == '1') {
            // There may be no space between the digits.
            return PnmHeader.nextAfterSpace(source) == '1' ? 0 : 255;
        }
        int sample = header.isPlain()
                ? PnmHeader.readNumber(source)
                : header.max() > 255 ? source.next() << 8 | source.next() : source.next();
        return (int) ((Math.min(sample, header.max()) * 255L + header.max() / 2) / header.max());
    }

    private static void setPixel(SrgbImageBuilder target, int x, int y, int[] samples) {
        boolean gray = samples.length < 3;
        int alpha = samples.length % 2 == 0 ? samples[samples.length - 1] : 255;
        target.set(x, y, samples[0], samples[gray ? 0 : 1], samples[gray ? 0 : 2], alpha);
    }
}
