package io.eyegoogler.image.strips;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * How many threads may work on one picture. The thread that calls always does; the others come from {@code helpers}, as
 * they are free: where none is, the caller does all the work, and never waits for one to begin.
 *
 * @param threads most threads at once, the caller's among them, at least 1
 * @param helpers where the others come from; not used for one thread
 */
public record ThreadAllowance(int threads, Executor helpers) {
    /** The calling thread alone. */
    public static final ThreadAllowance NONE = new ThreadAllowance(1, Runnable::run);

    /** Beyond this, memory and the thread that writes hold the others up more than they help. */
    private static final int MOST_BY_DEFAULT = 4;

    public ThreadAllowance {
        Objects.requireNonNull(helpers);
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
    }

    /** As many threads as there are processors, up to four; helpers from the common pool. */
    public static ThreadAllowance byDefault() {
        return upTo(MOST_BY_DEFAULT);
    }

    /** Up to {@code threads} threads, no more than there are processors; helpers from the common pool. */
    public static ThreadAllowance upTo(int threads) {
        int most = Math.min(threads, ForkJoinPool.getCommonPoolParallelism() + 1);
        return most == 1 ? NONE : new ThreadAllowance(most, ForkJoinPool.commonPool());
    }
}
