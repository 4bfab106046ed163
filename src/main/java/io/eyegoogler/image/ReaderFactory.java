package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.image.heif.HeifReader;
import io.eyegoogler.image.heif.HeifSupport;
import io.eyegoogler.image.inspect.PhotoMetadata;
import io.eyegoogler.image.inspect.ReadableFormat;
import io.eyegoogler.image.reader.GifReader;
import io.eyegoogler.image.reader.PfmReader;
import io.eyegoogler.image.reader.PnmReader;
import io.eyegoogler.image.reader.RadianceReader;
import io.eyegoogler.image.reader.SunRasterReader;
import io.eyegoogler.image.reader.TiffReader;
import io.eyegoogler.image.webp.WebpReader;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** Creates the ImageIO reader of each format. This project's own readers aren't registered with ImageIO. */
final class ReaderFactory {

    /** The provider of the JDK's reader of JPEG. */
    private static final Class<?> JDK_JPEG = jdkJpeg();

    private ReaderFactory() {}

    /**
     * Returns a new reader for a file with {@code metadata}. For a {@linkplain PhotoMetadata#isPlainYcbcr() plain} JPEG it
     * is the JDK's, which TwelveMonkeys' runs too, but only after it has looked into every segment: that takes a fifth of
     * the time of a small photo.
     */
    static ImageReader newReader(ReadableFormat format, PhotoMetadata metadata, Cancellation cancellation)
            throws IOException {
        if (metadata.isPlainYcbcr()) {
            Object jdk = IIORegistry.getDefaultInstance().getServiceProviderByClass(JDK_JPEG);
            if (jdk instanceof ImageReaderSpi provider) {
                return provider.createReaderInstance();
            }
        }
        return newReader(format, cancellation);
    }

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

    private static Class<?> jdkJpeg() {
        try {
            return Class.forName("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi");
        } catch (ClassNotFoundException otherJdk) {
            // No provider is registered as this.
            return ImageReaderSpi.class;
        }
    }

    private static ImageReader registered(String format) {
        return ImageIO.getImageReadersByFormatName(format).next();
    }
}
