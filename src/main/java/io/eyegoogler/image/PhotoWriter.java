package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.jpeg.JpegEncoder;
import io.eyegoogler.image.moving.FrameSequence;
import io.eyegoogler.image.png.ApngWriter;
import io.eyegoogler.image.png.PngWriterSpi;
import io.eyegoogler.image.strips.ThreadAllowance;
import io.eyegoogler.limits.MemorySize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageWriter;

/** Encodes pictures to files in memory. The files have pixels only, no metadata. */
public final class PhotoWriter {

    /** The largest file of a picture that moves, bytes: of 200 megapixels, lossless, hardly any has more. */
    static final int MAX_MOVING = 100 << 20;

    private static final int RGBA = 4;

    private PhotoWriter() {}

    /**
     * Encodes a still picture of the canonical {@link PixelLayout}.
     *
     * @param format {@code PNG} or {@code JPEG}
     * @throws PhotoRejectedException if a side has more pixels than the format allows
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    public static byte[] write(BufferedImage photo, OutputFormat format, Cancellation cancellation) {
        if (format == OutputFormat.JPEG && Math.max(photo.getWidth(), photo.getHeight()) > JpegEncoder.MAX_SIDE) {
            throw new PhotoRejectedException.TooLong(photo.getWidth(), photo.getHeight(), format, JpegEncoder.MAX_SIDE);
        }
        return inMemory(cancellation, Integer.MAX_VALUE, file -> {
            switch (format) {
                case PNG -> {
                    ImageWriter writer = new PngWriterSpi().createWriterInstance();
                    writer.setOutput(file);
                    writer.write(photo);
                }
                case JPEG -> JpegEncoder.encode(photo, file, ThreadAllowance.byDefault());
                case GIF, APNG -> throw new IllegalArgumentException("Not a format of still pictures: " + format);
            }
        });
    }

    /**
     * Encodes an animation of a {@link #canvas}.
     *
     * @param format {@code GIF} or {@code APNG}
     * @throws PhotoRejectedException if the picture moves and its file would be larger than 100 MB
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    public static byte[] write(Animation animation, OutputFormat format, Cancellation cancellation) {
        return inMemory(cancellation, animation.moving() ? MAX_MOVING : Integer.MAX_VALUE, file -> {
            switch (format) {
                case GIF -> {
                    if (animation.moving()) {
                        MovingGifWriter.write(animation, file);
                    } else {
                        GifWriter.write(animation, file);
                    }
                }
                case APNG ->
                    ApngWriter.encode(
                            animation.picture(),
                            animation.delays(),
                            animation.plays(),
                            new FrameDifference(animation)::next,
                            file,
                            ThreadAllowance.byDefault());
                case PNG, JPEG -> throw new IllegalArgumentException("Not a format of animations: " + format);
            }
        });
    }

    /** Returns the memory that it takes to decode frames and to encode them: to a file in segments, and joined. */
    public static MemorySize memory(FrameSequence frames) {
        return frames.memory().plus(new MemorySize(2 * Math.min(MAX_MOVING, frames.pixels() * RGBA), 0));
    }

    /** Returns a frame of a picture that moves as an animation of {@code format} can have it; itself if possible. */
    public static BufferedImage frame(BufferedImage canvas, OutputFormat format) {
        return format == OutputFormat.GIF ? AreaDownscale.within(canvas, GifWriter.MAX_SIDE) : canvas;
    }

    /** Returns {@code photo} as an animation of {@code format} can have it; itself if possible. */
    public static BufferedImage canvas(BufferedImage photo, OutputFormat format) {
        return format == OutputFormat.GIF ? AreaDownscale.within(onWhite(photo), GifWriter.MAX_SIDE) : photo;
    }

    private interface Encoder {
        void encode(OutputStream file) throws IOException;
    }

    private static byte[] inMemory(Cancellation cancellation, int maxLength, Encoder encoder) {
        SegmentedOutputStream file = new SegmentedOutputStream(cancellation, maxLength);
        try {
            encoder.encode(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static BufferedImage onWhite(BufferedImage photo) {
        if (!photo.getColorModel().hasAlpha()) {
            return photo;
        }
        BufferedImage opaque = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(photo, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }
}
