package io.eyegoogler.image.moving;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.ExifOrientation;
import io.eyegoogler.image.StoredColors;
import io.eyegoogler.image.inspect.ReadableFormat;
import io.eyegoogler.limits.MemorySize;
import java.awt.Dimension;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The frames of an animation, known by their headers; {@link FrameReader} decodes them.
 *
 * <p>A file that ends within a frame is rejected, like a photo that is incomplete; of one that ends between two frames,
 * there are those before.
 */
public final class FrameSequence {

    /** Bytes per pixel of a frame while it is decoded: what lossless WebP takes, more than the other formats. */
    private static final int DECODING_BYTES = 12;
    /** Bytes per pixel of the canvas, of what a frame restores, of the canvas with eyes, and of the frame before. */
    private static final int CANVAS_BYTES = 16;

    private final Dimension canvas;
    private final List<Frame> frames;
    private final int plays;

    FrameSequence(Dimension canvas, List<Frame> frames, int plays) {
        this.canvas = canvas;
        this.frames = List.copyOf(frames);
        this.plays = plays;
    }

    /**
     * Reads the frames' headers; no pixel is decoded.
     *
     * @param maxPixels limit on the pixels of all frames together
     * @param colors of the file
     * @return empty if the file has less than two frames
     * @throws PhotoRejectedException if the frames exceed the limit, or the file ends within one
     * @throws IOException if the file is damaged
     */
    public static Optional<FrameSequence> of(
            ByteBuffer file, ReadableFormat format, StoredColors colors, long maxPixels, Cancellation cancellation)
            throws IOException {
        ByteBuffer bytes = file.duplicate().clear().limit(file.limit());
        return switch (format) {
            case GIF -> moving(new GifFrames(bytes).read(maxPixels, cancellation));
            case PNG -> moving(new ApngFrames(bytes, colors, maxPixels, cancellation).read());
            case WEBP -> moving(WebpFrames.read(bytes, colors, maxPixels, cancellation));
            default -> Optional.empty();
        };
    }

    private static Optional<FrameSequence> moving(FrameSequence sequence) {
        return Optional.of(sequence).filter(found -> found.frames.size() > 1);
    }

    /** Returns these frames turned upright, on an upright canvas. */
    public FrameSequence turned(ExifOrientation orientation) {
        if (orientation == ExifOrientation.UPRIGHT) {
            return this;
        }
        List<Frame> upright = frames.stream()
                .map(frame -> new Frame(
                        orientation.apply(frame.bounds(), canvas),
                        frame.delay(),
                        frame.disposal(),
                        frame.over(),
                        cancellation -> orientation.apply(frame.pixels().decode(cancellation), cancellation)))
                .toList();
        return new FrameSequence(orientation.apply(canvas), upright, plays);
    }

    /** Returns the width of the canvas, px. */
    public int width() {
        return canvas.width;
    }

    /** Returns the height of the canvas, px. */
    public int height() {
        return canvas.height;
    }

    /** Returns how often the frames are shown; 0 means forever. */
    public int plays() {
        return plays;
    }

    /** Returns how long each frame is shown. */
    public List<FrameDelay> delays() {
        return frames.stream().map(Frame::delay).toList();
    }

    /** Returns how many pixels all frames have, each that of the whole canvas. */
    public long pixels() {
        return (long) canvas.width * canvas.height * frames.size();
    }

    /** Returns an upper bound of the memory that it takes to decode the frames one after the other, and to draw. */
    public MemorySize memory() {
        long frame = frames.stream().mapToLong(Frame::size).max().orElse(0);
        return new MemorySize(
                (long) canvas.width * canvas.height * CANVAS_BYTES + frame * DECODING_BYTES * ahead(frame), 0);
    }

    List<Frame> frames() {
        return frames;
    }

    /** Returns how many frames may be decoded at once. */
    int ahead() {
        return ahead(frames.stream().mapToLong(Frame::size).max().orElse(0));
    }

    private static int ahead(long framePixels) {
        return framePixels <= FrameReader.MAX_AHEAD_PIXELS ? FrameReader.MAX_AHEAD : 1;
    }
}
