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
     * What a frame counts at least, px: however small a frame is, looking for faces in it takes a few milliseconds, as
     * decoding and encoding so many pixels does.
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

    /**
     * Adds a frame, which counts as many pixels as the canvas has, or itself if it has more.
     *
     * @throws PhotoRejectedException.TooManyFrames if it isn't the only frame, and too many pixels have been counted
     */
    void add(Frame frame) {
        cancellation.check();
        frames.add(frame);
        long whole = Math.max((long) canvas.width * canvas.height, frame.size());
        counted += Math.max(MIN_COUNTED, whole);
        if (frames.size() > 1 && counted > maxPixels) {
            throw new PhotoRejectedException.TooManyFrames(canvas.width, canvas.height, maxPixels);
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
