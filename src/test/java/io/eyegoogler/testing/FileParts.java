package io.eyegoogler.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Builds the parts of image files: JPEG segments and PNG chunks. */
public final class FileParts {

    private static final int JPEG_SIGNATURE = 2;
    private static final int PNG_SIGNATURE_AND_HEADER = 8 + 25;

    private FileParts() {}

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] jpegSegment(int marker, byte[] data) {
        return ByteBuffer.allocate(4 + data.length)
                .putShort((short) (0xff00 | marker))
                .putShort((short) (2 + data.length))
                .put(data)
                .array();
    }

    public static byte[] pngChunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(ascii(type));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(ascii(type))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /** Returns {@code jpeg} with {@code segments} after its signature. */
    public static byte[] inJpeg(byte[] jpeg, byte[] segments) {
        return inserted(jpeg, JPEG_SIGNATURE, segments);
    }

    /** Returns {@code png} with {@code chunks} after its header. */
    public static byte[] inPng(byte[] png, byte[] chunks) {
        return inserted(png, PNG_SIGNATURE_AND_HEADER, chunks);
    }

    public static byte[] inserted(byte[] file, int at, byte[] bytes) {
        return ByteBuffer.allocate(file.length + bytes.length)
                .put(file, 0, at)
                .put(bytes)
                .put(file, at, file.length - at)
                .array();
    }

    /** Returns a progressive JPEG or an interlaced PNG of {@code image}. */
    public static byte[] progressive(BufferedImage image, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
