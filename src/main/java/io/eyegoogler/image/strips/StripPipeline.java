package io.eyegoogler.image.strips;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Compresses the strips of a picture, several at a time, and delivers them in order.
 *
 * <p>At most {@link #LOOK_AHEAD} strips for each thread are in memory. Helpers never wait, neither for a slow output
 * nor for each other: a helper without work returns, and is submitted again when there is some.
 *
 * @param <S> a reusable workspace that compresses a strip and holds the result
 */
public final class StripPipeline<S> {
    /** Compresses strips; called by several threads at once, each with its own workspace. */
    public interface Work<S> {
        /** Compresses rows {@code top} to {@code bottom - 1}. */
        void compress(S strip, int top, int bottom);
    }

    /** Receives the strips in order. */
    public interface Receiver<S> {
        /**
         * Takes the next strip, whose workspace is reused afterwards.
         *
         * @param rows number of rows of the picture that are done, including this strip
         * @return whether to continue
         */
        boolean accept(S strip, int rows) throws IOException;
    }

    private static final int LOOK_AHEAD = 2;

    private final StripDivision division;
    private final ThreadAllowance threads;
    private final Supplier<S> workspaces;
    private final Work<S> work;
    /** Most strips that are begun but not delivered. */
    private final int window;

    // All fields below are guarded by this.
    private final Deque<S> idle = new ArrayDeque<>();
    /** Compressed strip n at n modulo the window. */
    private final S[] ready;

    private int begun;
    private int delivered;
    private int helpers;
    private int working;
    private boolean stopped;
    private Throwable failure;

    /** Creates a pipeline; {@code workspaces} creates a workspace for one strip. */
    @SuppressWarnings("unchecked")
    public StripPipeline(StripDivision division, ThreadAllowance threads, Supplier<S> workspaces, Work<S> work) {
        this.division = division;
        this.threads = threads;
        this.workspaces = workspaces;
        this.work = work;
        window = threads.threads() == 1 ? 1 : LOOK_AHEAD * threads.threads();
        ready = (S[]) new Object[window];
    }

    /**
     * Delivers strips until {@code receiver} stops it or all are done. Once it returns, no thread reads the picture.
     *
     * @return whether all strips were delivered
     */
    public boolean run(Receiver<S> receiver) throws IOException {
        try {
            int n = 0;
            for (boolean more = true; more && n < division.count(); n++) {
                submitHelpers();
                S strip = strip(n);
                more = receiver.accept(strip, division.bottom(n));
                delivered(strip);
            }
            return n == division.count();
        } finally {
            stop();
        }
    }

    /** Returns strip {@code n}; until it is ready, this thread compresses that one or others. */
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

    private synchronized void delivered(S strip) {
        idle.push(strip);
        delivered++;
    }

    /** Begins a strip and returns its number, or -1 if there is none to compress now. */
    private synchronized int begin() {
        if (stopped || begun == division.count() || begun == delivered + window) {
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

    private void submitHelpers() {
        int wanted;
        synchronized (this) {
            int open = Math.min(division.count(), delivered + window) - begun;
            wanted = Math.min(threads.threads() - 1 - helpers, open - 1);
            helpers += Math.max(0, wanted);
        }
        for (int i = 0; i < wanted; i++) {
            try {
                threads.helpers().execute(this::help);
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
                    new InterruptedIOException("Interrupted while encoding a picture").initCause(e);
        }
    }
}
