package io.eyegoogler.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The JDK's own writers, to compare with, whatever else is registered for their formats. */
public final class JdkWriters {

    private static final String PACKAGE = "com.sun.imageio.plugins.";
    private static final float JPEG_QUALITY = 0.92f;

    private JdkWriters() {}

    /** Encodes {@code image} as PNG. */
    public static byte[] png(BufferedImage image) throws IOException {
        ImageWriter writer = writer("png");
        return write(image, writer, writer.getDefaultWriteParam());
    }

    /** Encodes {@code image} as JPEG of quality 0.92. */
    public static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = writer("jpeg");
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(JPEG_QUALITY);
        return write(image, writer, param);
    }

    private static ImageWriter writer(String format) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith(PACKAGE + format)) {
                return writer;
            }
        }
        throw new IllegalStateException("This JDK has no writer of " + format);
    }

    private static byte[] write(BufferedImage image, ImageWriter writer, ImageWriteParam param) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
