package io.eyegoogler.image.png;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadataFormat;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.spi.ServiceRegistry;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes {@link PngWriter} the one that {@code ImageIO.write(image, "png", …)} uses, before the JDK's own, which stays
 * registered and writes what this one leaves to it.
 */
public final class PngWriterSpi extends ImageWriterSpi {
    private static final String JDK_WRITER = "com.sun.imageio.plugins.png.PNGImageWriterSpi";
    private static final String JDK_READER = "com.sun.imageio.plugins.png.PNGImageReaderSpi";
    private static final String METADATA_FORMAT = "javax_imageio_png_1.0";

    /** For {@code ServiceLoader}. */
    public PngWriterSpi() {
        super(
                "EyeGoogler",
                "1.0",
                new String[] {"png", "PNG"},
                new String[] {"png"},
                new String[] {"image/png", "image/x-png"},
                PngWriter.class.getName(),
                new Class<?>[] {ImageOutputStream.class},
                new String[] {JDK_READER},
                false,
                null,
                null,
                null,
                null,
                true,
                METADATA_FORMAT,
                null,
                null,
                null);
    }

    @Override
    public void onRegistration(ServiceRegistry registry, Class<?> category) {
        jdkWriter(registry).ifPresent(jdk -> registry.setOrdering(ImageWriterSpi.class, this, jdk));
    }

    @Override
    public boolean canEncodeImage(ImageTypeSpecifier type) {
        return jdkWriter()
                .map(jdk -> jdk.canEncodeImage(type))
                .orElseGet(() -> PngEncoder.canEncode(type.createBufferedImage(1, 1)));
    }

    @Override
    public ImageWriter createWriterInstance(Object extension) {
        return new PngWriter(this);
    }

    @Override
    public String getDescription(Locale locale) {
        return "EyeGoogler PNG image writer";
    }

    @Override
    public IIOMetadataFormat getImageMetadataFormat(String formatName) {
        return jdkWriter()
                .map(jdk -> jdk.getImageMetadataFormat(formatName))
                .orElseThrow(() -> new IllegalArgumentException("No metadata without the JDK's PNG writer"));
    }

    /** The JDK's own writer of PNGs, unless somebody has deregistered it. */
    static Optional<ImageWriterSpi> jdkWriter() {
        return jdkWriter(IIORegistry.getDefaultInstance());
    }

    private static Optional<ImageWriterSpi> jdkWriter(ServiceRegistry registry) {
        Iterator<ImageWriterSpi> jdk = registry.getServiceProviders(
                ImageWriterSpi.class, spi -> spi.getClass().getName().equals(JDK_WRITER), true);
        return jdk.hasNext() ? Optional.of(jdk.next()) : Optional.empty();
    }
}
