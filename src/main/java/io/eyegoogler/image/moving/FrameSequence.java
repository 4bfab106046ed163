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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The frames of an animation, known by their headers; {@link FrameReader} decodes them.
 *
 * <p>A file that ends within a frame is rejected, like a photo that is incomplete. A file that ends between two frames
 * has the frames before its end.
 */
public final class FrameSequence {

    /** Bytes per pixel of a frame while it is decoded: what lossless WebP takes, more than the other formats. */
    private static final int DECODING_BYTES = 12;
    /** Bytes per pixel of the canvas, of what a frame restores, of the canvas with eyes, and of the frame before. */
    private static final int CANVAS_BYTES = 16;

    private final Dimension canvas;
    private final List<Frame> frames;
    private final int plays;
    /** The size of the frame with the most pixels. */
    private final Dimension largest;

    FrameSequence(Dimension canvas, List<Frame> frames, int plays) {
        this.canvas = canvas;
        this.frames = List.copyOf(frames);
        this.plays = plays;
        this.largest = frames.stream()
                .max(Comparator.comparingLong(Frame::area))
                .map(frame -> frame.bounds().getSize())
                .orElseGet(Dimension::new);
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
        ByteBuffer bytes = file.duplicate().rewind();
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
        return area(canvas) * frames.size();
    }

    /**
     * Checks that there is memory to decode the frames one after the other.
     *
     * @param format the name of the file's format
     * @throws PhotoRejectedException if there isn't; it names the largest frame if that is larger than the canvas
     */
    public void checkMemory(Object format, MemorySize capacity) {
        if (memory().fits(capacity)) {
            return;
        }
        if (area(largest) > area(canvas)) {
            String frame = "a frame of " + largest.width + " × " + largest.height + " pixels";
            throw new PhotoRejectedException.TooCostly(format, frame);
        }
        throw new PhotoRejectedException.TooMuchMemory(format, canvas.width, canvas.height);
    }

    /** Returns an upper bound of the memory that it takes to decode the frames one after the other, and to draw. */
    public MemorySize memory() {
        return new MemorySize(area(canvas) * CANVAS_BYTES + area(largest) * DECODING_BYTES * ahead(), 0);
    }

    List<Frame> frames() {
        return frames;
    }

    /** Returns how many frames may be decoded at once. */
    int ahead() {
        return area(largest) <= FrameReader.MAX_AHEAD_PIXELS ? FrameReader.MAX_AHEAD : 1;
    }

    private static long area(Dimension size) {
        return (long) size.width * size.height;
    }
}
