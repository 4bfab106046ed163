package io.eyegoogler.image.strips;

import io.eyegoogler.limits.ProcessorLoad;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * How many threads may work on one picture. The calling thread always does; others come from {@code helpers} as they
 * become free. If none does, the caller does all the work; it never waits for a helper to start.
 *
 * @param threads most threads at once, including the caller, at least 1
 * @param helpers runs the others; not used for one thread
 */
public record ThreadAllowance(int threads, Executor helpers) {
    /** The calling thread only. */
    public static final ThreadAllowance NONE = new ThreadAllowance(1, Runnable::run);

    /** With more, memory and the thread that writes the output are the bottleneck. */
    private static final int MAX_BY_DEFAULT = 4;

    public ThreadAllowance {
        Objects.requireNonNull(helpers);
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed: " + threads);
        }
    }

    /**
     * Returns an allowance of one thread per processor, up to four, whose helpers come from the common pool; {@link
     * #NONE} while the processors are busy with other photos.
     */
    public static ThreadAllowance byDefault() {
        if (ProcessorLoad.isSaturated()) {
            return NONE;
        }
        int threads = Math.min(MAX_BY_DEFAULT, ForkJoinPool.getCommonPoolParallelism() + 1);
        return threads == 1 ? NONE : new ThreadAllowance(threads, ForkJoinPool.commonPool());
    }
}
