package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoFormat;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.jpeg.JpegEncoder;
import io.eyegoogler.image.png.ApngWriter;
import io.eyegoogler.image.png.PngEncoder;
import io.eyegoogler.image.strips.ThreadAllowance;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** From pixels to a file's bytes, in memory. The file holds pixels and nothing else: no metadata. */
public final class PhotoWriter {

    private PhotoWriter() {}

    /**
     * {@code photo}, which has the canonical {@link PixelLayout}, as a file of {@code format}.
     *
     * @throws PhotoRejectedException if it is too long for that
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    public static byte[] write(BufferedImage photo, PhotoFormat format, Cancellation cancellation) {
        if (format == PhotoFormat.JPEG && Math.max(photo.getWidth(), photo.getHeight()) > JpegEncoder.MAX_SIDE) {
            throw new PhotoRejectedException.TooLong(photo.getWidth(), photo.getHeight(), format, JpegEncoder.MAX_SIDE);
        }
        SegmentedOutputStream file = new SegmentedOutputStream(cancellation);
        try {
            switch (format) {
                case PNG -> PngEncoder.encode(photo, file, ThreadAllowance.byDefault());
                case JPEG -> JpegEncoder.encode(photo, file, ThreadAllowance.byDefault());
                case GIF, APNG -> throw new IllegalArgumentException(format + " moves");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.joined();
    }

    /** {@code photo} as an animation of {@code format} can have it; itself if it is so. */
    public static BufferedImage canvas(BufferedImage photo, PhotoFormat format) {
        return format == PhotoFormat.GIF ? AreaDownscale.within(onWhite(photo), GifWriter.LONGEST_SIDE) : photo;
    }

    /**
     * {@code animation} of a {@link #canvas} as a file of {@code format}, which moves.
     *
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    public static byte[] write(Animation animation, PhotoFormat format, Cancellation cancellation) {
        SegmentedOutputStream file = new SegmentedOutputStream(cancellation);
        try {
            switch (format) {
                case GIF -> GifWriter.write(animation, file);
                case APNG ->
                    ApngWriter.encode(
                            animation.picture(),
                            animation.frames(),
                            animation.interval(),
                            new FrameDifference(animation)::next,
                            file,
                            ThreadAllowance.byDefault());
                case PNG, JPEG -> throw new IllegalArgumentException(format + " stands still");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.joined();
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
