package io.eyegoogler.image.png;

import java.io.OutputStream;
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
 * Creates ImageIO writers that write PNG by {@link PngEncoder}.
 *
 * <p>It isn't registered with ImageIO by itself, so that a program's own {@code ImageIO.write(image, "png", …)} doesn't
 * change because this class is on its class path. A program that wants the faster writer for its own images calls
 * {@link #register()} once.
 */
public final class PngWriterSpi extends ImageWriterSpi {
    private static final String JDK_WRITER = "com.sun.imageio.plugins.png.PNGImageWriterSpi";
    private static final String JDK_READER = "com.sun.imageio.plugins.png.PNGImageReaderSpi";
    private static final String METADATA_FORMAT = "javax_imageio_png_1.0";

    /** Creates a provider that is not registered. */
    public PngWriterSpi() {
        super(
                "EyeGoogler",
                "1.0",
                new String[] {"png", "PNG"},
                new String[] {"png"},
                new String[] {"image/png", "image/x-png"},
                PngWriter.class.getName(),
                new Class<?>[] {ImageOutputStream.class, OutputStream.class},
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

    /**
     * Makes {@code ImageIO.write(image, "png", …)} use this writer, in the whole JVM, for all images that it supports.
     * The JDK's writer stays registered and writes the others.
     */
    public static void register() {
        IIORegistry.getDefaultInstance().registerServiceProvider(new PngWriterSpi(), ImageWriterSpi.class);
    }

    /** Puts this provider before the JDK's. */
    @Override
    public void onRegistration(ServiceRegistry registry, Class<?> category) {
        jdkWriter(registry).ifPresent(jdk -> registry.setOrdering(ImageWriterSpi.class, this, jdk));
    }

    /** Returns whether {@link PngEncoder#canEncode PngEncoder can encode} images of that type. */
    @Override
    public boolean canEncodeImage(ImageTypeSpecifier type) {
        return PngEncoder.canEncode(type.createBufferedImage(1, 1));
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
        return jdkWriter().getImageMetadataFormat(formatName);
    }

    /**
     * Returns the JDK's own writer of PNGs.
     *
     * @throws IllegalStateException if it has been deregistered
     */
    static ImageWriterSpi jdkWriter() {
        return jdkWriter(IIORegistry.getDefaultInstance())
                .orElseThrow(() -> new IllegalStateException("The JDK's PNG writer is not registered"));
    }

    private static Optional<ImageWriterSpi> jdkWriter(ServiceRegistry registry) {
        Iterator<ImageWriterSpi> jdk = registry.getServiceProviders(
                ImageWriterSpi.class, spi -> spi.getClass().getName().equals(JDK_WRITER), true);
        return jdk.hasNext() ? Optional.of(jdk.next()) : Optional.empty();
    }
}
