package io.eyegoogler.image.strips;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Compresses a picture's strips, several at a time, and hands them on in order.
 *
 * <p>No more than {@link #LOOK_AHEAD} strips for each thread are in memory. Helpers never wait, neither for a slow
 * output nor for each other: with nothing to do they go, and are asked for again.
 *
 * @param <S> what compresses a strip and holds what it made, to be used again
 */
public final class StripPipeline<S> {
    /** How a strip is compressed; several threads do that at once, each with a strip of its own. */
    public interface Work<S> {
        /** Compresses rows {@code top} to {@code bottom - 1}. */
        void compress(S strip, int top, int bottom);
    }

    /** What happens to the strips. */
    public interface Receiver<S> {
        /**
         * Takes the next strip, which is used again afterwards.
         *
         * @param rows of the picture that are done with this one
         * @return whether to go on
         */
        boolean accept(S strip, int rows) throws IOException;
    }

    private static final int LOOK_AHEAD = 2;

    private final StripDivision division;
    private final ThreadAllowance parallelism;
    private final Supplier<S> workspaces;
    private final Work<S> work;
    /** Most strips begun and not yet handed on. */
    private final int window;

    // All below is guarded by this.
    private final Deque<S> idle = new ArrayDeque<>();
    /** Strip n, once it is compressed, at n modulo the window. */
    private final S[] ready;

    private int begun;
    private int handedOn;
    private int helpers;
    private int working;
    private boolean stopped;
    private Throwable failure;

    /** @param workspaces makes what {@code work} needs for one strip */
    @SuppressWarnings("unchecked")
    public StripPipeline(StripDivision division, ThreadAllowance parallelism, Supplier<S> workspaces, Work<S> work) {
        this.division = division;
        this.parallelism = parallelism;
        this.workspaces = workspaces;
        this.work = work;
        window = parallelism.threads() == 1 ? 1 : LOOK_AHEAD * parallelism.threads();
        ready = (S[]) new Object[window];
    }

    /** Hands all strips on, or those until {@code receiver} has enough; when this returns nobody reads the picture. */
    public void run(Receiver<S> receiver) throws IOException {
        try {
            boolean more = true;
            for (int n = 0; more && n < division.count(); n++) {
                askForHelp();
                S strip = strip(n);
                more = receiver.accept(strip, division.bottom(n));
                handedOn(strip);
            }
        } finally {
            stop();
        }
    }

    /** Strip {@code n}; until it is ready, this thread works on it or on others. */
    private S strip(int n) throws IOException {
        while (true) {
            int other;
            synchronized (this) {
                rethrow();
                S strip = ready[n % window];
                if (strip != null) {
                    ready[n % window] = null;
                    return strip;
                }
                other = begin();
                if (other < 0) {
                    pause();
                    continue;
                }
            }
            compress(other);
        }
    }

    private void rethrow() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private synchronized void handedOn(S strip) {
        idle.push(strip);
        handedOn++;
    }

    /** The number of a strip to compress now, or -1. */
    private synchronized int begin() {
        if (stopped || begun == division.count() || begun == handedOn + window) {
            return -1;
        }
        working++;
        return begun++;
    }

    private void compress(int n) {
        S strip = null;
        Throwable thrown = null;
        try {
            strip = workspace();
            work.compress(strip, division.top(n), division.bottom(n));
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        synchronized (this) {
            ready[n % window] = strip;
            failure = failure == null ? thrown : failure;
            working--;
            notifyAll();
        }
    }

    private S workspace() {
        synchronized (this) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return workspaces.get();
    }

    private void askForHelp() {
        int wanted;
        synchronized (this) {
            int open = Math.min(division.count(), handedOn + window) - begun;
            wanted = Math.min(parallelism.threads() - 1 - helpers, open - 1);
            helpers += Math.max(0, wanted);
        }
        for (int i = 0; i < wanted; i++) {
            try {
                parallelism.helpers().execute(this::help);
            } catch (RejectedExecutionException e) {
                leave();
            }
        }
    }

    private void help() {
        for (int n = beginOrLeave(); n >= 0; n = beginOrLeave()) {
            compress(n);
        }
    }

    private synchronized int beginOrLeave() {
        int n = begin();
        if (n < 0) {
            leave();
        }
        return n;
    }

    private synchronized void leave() {
        helpers--;
    }

    private synchronized void stop() {
        stopped = true;
        boolean interrupted = false;
        while (working > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        idle.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() throws InterruptedIOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException)
                    new InterruptedIOException("Interrupted while writing a picture").initCause(e);
        }
    }
}
