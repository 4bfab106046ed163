package io.eyegoogler.image;

import io.eyegoogler.image.reader.GifReader;
import io.eyegoogler.image.reader.TiffReader;
import io.eyegoogler.image.webp.WebpReader;
import io.eyegoogler.limits.Cancellation;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Which of ImageIO's readers reads which format: those of this program are no part of ImageIO's registry. */
final class Readers {

    private Readers() {}

    /** A new reader, which stops if it can when {@code cancellation} says so. */
    static ImageReader of(ReadableFormat format, Cancellation cancellation) {
        return switch (format) {
            case WEBP -> new WebpReader(cancellation);
            case GIF -> new GifReader();
            case TIFF -> new TiffReader();
            default -> ImageIO.getImageReadersByFormatName(format.imageIoName).next();
        };
    }
}
