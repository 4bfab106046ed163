package io.eyegoogler.image.moving;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.image.strips.ThreadAllowance;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Composes the frames of a {@link FrameSequence} one after the other. The next few frames are decoded meanwhile, by
 * other threads as far as these are free. Not safe for use by several threads.
 */
public final class FrameReader implements AutoCloseable {

    /** How many frames may be decoded at once. */
    static final int MAX_AHEAD = 3;

    /** Larger frames are decoded one by one. */
    static final int MAX_AHEAD_PIXELS = 4_000_000;

    private final FrameSequence sequence;
    private final Cancellation cancellation;
    private final ThreadAllowance threads = ThreadAllowance.byDefault();
    private final FrameCompositor compositor;
    private final Deque<FutureTask<BufferedImage>> ahead = new ArrayDeque<>();
    /** How many frames have been composed. */
    private int composed;
    /** How many frames are decoded or being decoded. */
    private int started;

    private volatile boolean closed;

    /** Creates a reader at the first frame. */
    public FrameReader(FrameSequence sequence, Cancellation cancellation) {
        this.sequence = sequence;
        this.cancellation = cancellation;
        this.compositor = new FrameCompositor(sequence.width(), sequence.height());
    }

    /** Returns whether there is another frame. */
    public boolean hasNext() {
        return composed < sequence.frames().size();
    }

    /**
     * Composes the next frame.
     *
     * @return the canvas, {@code TYPE_4BYTE_ABGR}, which must not be modified and shows the frame until the next call
     * @throws PhotoRejectedException if the frame can't be decoded
     * @throws WorkCancelledException if the work is canceled
     */
    public BufferedImage next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more frames");
        }
        cancellation.check();
        startDecoding();
        BufferedImage pixels = result(ahead.element());
        ahead.remove();
        startDecoding();
        compositor.draw(sequence.frames().get(composed++), pixels);
        return compositor.image();
    }

    private void startDecoding() {
        while (ahead.size() < sequence.ahead() && started < sequence.frames().size()) {
            Frame frame = sequence.frames().get(started++);
            FutureTask<BufferedImage> task = new FutureTask<>(() -> decode(frame));
            ahead.add(task);
            if (threads.threads() > 1) {
                threads.helpers().execute(task);
            }
        }
    }

    /** Returns the pixels of a frame, or null if none of them is on the canvas. */
    private BufferedImage decode(Frame frame) throws IOException {
        return closed || compositor.visible(frame).isEmpty()
                ? null
                : frame.pixels().decode(cancellation);
    }

    private BufferedImage result(FutureTask<BufferedImage> task) {
        try {
            return awaited(task);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof PhotoRejectedException rejected) {
                throw rejected;
            }
            if (failed.getCause() instanceof WorkCancelledException cancelled) {
                throw cancelled;
            }
            if (failed.getCause() instanceof OutOfMemoryError full) {
                throw full;
            }
            cancellation.check();
            throw PhotoRejectedException.Unreadable.damaged("picture", failed.getCause());
        }
    }

    /** Runs a task unless another thread does, and waits for its end even if interrupted: a frame takes little time. */
    private static BufferedImage awaited(FutureTask<BufferedImage> task) throws ExecutionException {
        task.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException stopping) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until no frame is being decoded, so that the memory for it is free. */
    @Override
    public void close() {
        closed = true;
        for (FutureTask<BufferedImage> task : ahead) {
            try {
                awaited(task);
            } catch (ExecutionException unwanted) {
                // Nobody needs this frame any more.
            }
        }
    }
}
