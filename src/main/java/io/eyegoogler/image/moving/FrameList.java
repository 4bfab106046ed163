package io.eyegoogler.image.moving;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;

/** Collects the frames of a file as far as their pixels together don't exceed the limit. */
final class FrameList {

    /**
     * The fewest pixels that a frame counts as: however small a frame is, looking for faces in it takes a few
     * milliseconds, as decoding and encoding so many pixels does.
     */
    static final int MIN_COUNTED = 300_000;

    private final Dimension canvas;
    private final long maxPixels;
    private final Cancellation cancellation;
    private final List<Frame> frames = new ArrayList<>();
    private long counted;

    /** Creates a list of frames on {@code canvas} that may have {@code maxPixels} pixels together. */
    FrameList(Dimension canvas, long maxPixels, Cancellation cancellation) {
        this.canvas = canvas;
        this.maxPixels = maxPixels;
        this.cancellation = cancellation;
    }

    /** Returns a number of frames that exceeds the limit, however small they are. */
    static long tooMany(long maxPixels) {
        return Math.max(2, maxPixels / MIN_COUNTED + 1);
    }

    /**
     * Adds a frame, which counts as many pixels as the canvas, or as the frame itself if that is larger.
     *
     * @throws PhotoRejectedException.TooManyFrames if it isn't the only frame, and too many pixels have been counted
     */
    void add(Frame frame) {
        cancellation.check();
        frames.add(frame);
        long canvasArea = (long) canvas.width * canvas.height;
        counted += Math.max(MIN_COUNTED, Math.max(canvasArea, frame.area()));
        if (frames.size() > 1 && counted > maxPixels) {
            Dimension larger = frame.area() > canvasArea ? frame.bounds().getSize() : canvas;
            throw new PhotoRejectedException.TooManyFrames(larger.width, larger.height, maxPixels, MIN_COUNTED);
        }
    }

    /** As {@link #add}, where the format allows no frame beyond the canvas. */
    void addWithin(Frame frame) throws IIOException {
        boolean within = frame.bounds().x >= 0
                && frame.bounds().y >= 0
                && (long) frame.bounds().x + frame.bounds().width <= canvas.width
                && (long) frame.bounds().y + frame.bounds().height <= canvas.height;
        if (!within || frame.bounds().isEmpty()) {
            throw new IIOException("A frame reaches beyond the canvas, or is empty");
        }
        add(frame);
    }

    /** Returns the frames, which are shown {@code plays} times; 0 means forever. */
    FrameSequence played(int plays) {
        return new FrameSequence(canvas, frames, plays);
    }
}
