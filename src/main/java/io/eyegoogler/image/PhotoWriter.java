package io.eyegoogler.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** From pixels to a file's bytes, by ImageIO, in memory. The file holds pixels and nothing else: no metadata. */
public final class PhotoWriter {

    /** On ImageIO's scale, 0..1; what Chromium's canvas takes when nothing is said. */
    private static final float JPEG_QUALITY = 0.92f;

    private PhotoWriter() {}

    /** {@code photo} as a file of {@code format}. */
    public static byte[] write(BufferedImage photo, PhotoFormat format) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.id()).next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            BufferedImage pixels = photo;
            if (format == PhotoFormat.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(JPEG_QUALITY);
                pixels = onWhite(photo);
            }
            writer.write(null, new IIOImage(pixels, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** JPEG has no transparency. */
    private static BufferedImage onWhite(BufferedImage photo) {
        if (!photo.getColorModel().hasAlpha()) {
            return photo;
        }
        BufferedImage opaque =
                new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(photo, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }
}
