package io.eyegoogler.image;

import io.eyegoogler.image.png.Parallelism;
import io.eyegoogler.image.png.PngAnimation;
import io.eyegoogler.image.png.PngEncoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** From pixels to a file's bytes, in memory. The file holds pixels and nothing else: no metadata. */
public final class PhotoWriter {

    /** On ImageIO's scale, 0..1; what Chromium's canvas takes when nothing is said. */
    private static final float JPEG_QUALITY = 0.92f;

    private PhotoWriter() {}

    /** {@code photo}, which has the canonical {@link PixelLayout}, as a file of {@code format}. */
    public static byte[] write(BufferedImage photo, PhotoFormat format) {
        FileBytes file = new FileBytes();
        try {
            switch (format) {
                case PNG -> PngEncoder.encode(photo, file, Parallelism.byDefault());
                case JPEG -> writeJpeg(onWhite(photo), file);
                case GIF, APNG -> throw new IllegalArgumentException(format + " moves");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.joined();
    }

    /** {@code photo} as an animation of {@code format} can have it; itself if it is so. */
    public static BufferedImage canvas(BufferedImage photo, PhotoFormat format) {
        return format == PhotoFormat.GIF ? Reduction.within(onWhite(photo), GifWriter.LONGEST_SIDE) : photo;
    }

    /** {@code animation} of a {@link #canvas} as a file of {@code format}, which moves. */
    public static byte[] write(Animation animation, PhotoFormat format) {
        FileBytes file = new FileBytes();
        try {
            switch (format) {
                case GIF -> GifWriter.write(animation, file);
                case APNG -> PngAnimation.encode(
                        animation.picture(),
                        animation.frames(),
                        animation.interval(),
                        new Movement(animation)::next,
                        file,
                        Parallelism.byDefault());
                case PNG, JPEG -> throw new IllegalArgumentException(format + " stands still");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.joined();
    }

    private static void writeJpeg(BufferedImage photo, OutputStream file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(JPEG_QUALITY);
            writer.write(null, new IIOImage(photo, null, null), param);
        } finally {
            writer.dispose();
        }
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
