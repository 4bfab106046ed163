package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.image.heif.HeifReader;
import io.eyegoogler.image.heif.HeifSupport;
import io.eyegoogler.image.inspect.ReadableFormat;
import io.eyegoogler.image.reader.GifReader;
import io.eyegoogler.image.reader.PfmReader;
import io.eyegoogler.image.reader.PnmReader;
import io.eyegoogler.image.reader.RadianceReader;
import io.eyegoogler.image.reader.SunRasterReader;
import io.eyegoogler.image.reader.TiffReader;
import io.eyegoogler.image.webp.WebpReader;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Creates the ImageIO reader of each format. This project's own readers aren't registered with ImageIO. */
final class ReaderFactory {

    private ReaderFactory() {}

    /** Returns a new reader, which checks {@code cancellation} if it works long without reading. */
    static ImageReader newReader(ReadableFormat format, Cancellation cancellation) {
        return switch (format) {
            case JPEG -> registered("jpeg");
            case PNG -> registered("png");
            case BMP -> registered("bmp");
            case GIF -> new GifReader();
            case WEBP -> new WebpReader(cancellation);
            case TIFF -> new TiffReader(cancellation);
            case PNM, PAM -> new PnmReader();
            case PFM -> new PfmReader();
            case HDR -> new RadianceReader();
            case RAS -> new SunRasterReader();
            case HEIC, AVIF ->
                new HeifReader(HeifSupport.installed().converter().orElseThrow(), cancellation);
        };
    }

    private static ImageReader registered(String format) {
        return ImageIO.getImageReadersByFormatName(format).next();
    }
}
