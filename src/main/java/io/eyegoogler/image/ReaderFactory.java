package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.image.reader.GifReader;
import io.eyegoogler.image.reader.PfmReader;
import io.eyegoogler.image.reader.PnmReader;
import io.eyegoogler.image.reader.RadianceReader;
import io.eyegoogler.image.reader.SunRasterReader;
import io.eyegoogler.image.reader.TiffReader;
import io.eyegoogler.image.webp.WebpReader;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Which reader reads which format: those of this program are no part of ImageIO's registry. */
final class ReaderFactory {

    private ReaderFactory() {}

    /** A new reader, which stops if it can when {@code cancellation} says so. */
    static ImageReader of(ReadableFormat format, Cancellation cancellation) {
        return switch (format) {
            case JPEG -> registered("jpeg");
            case PNG -> registered("png");
            case BMP -> registered("bmp");
            case GIF -> new GifReader();
            case WEBP -> new WebpReader(cancellation);
            case TIFF -> new TiffReader();
            case PNM, PAM -> new PnmReader();
            case PFM -> new PfmReader();
            case HDR -> new RadianceReader();
            case RAS -> new SunRasterReader();
        };
    }

    private static ImageReader registered(String format) {
        return ImageIO.getImageReadersByFormatName(format).next();
    }
}
