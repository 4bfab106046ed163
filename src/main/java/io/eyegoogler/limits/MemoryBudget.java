package io.eyegoogler.limits;

import io.eyegoogler.Cancellation;
import io.eyegoogler.WorkCancelledException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Memory that may be held at once, given out first come, first served. It counts promises: whoever reserves says how much
 * will be taken at most. Safe for use by many threads.
 */
public final class MemoryBudget {

    /** How often somebody who waits looks whether its work is cancelled, ms. */
    private static final long CHECK_INTERVAL = 50;

    private final MemorySize capacity;
    private MemorySize free;
    /** Those who wait, the first first, so that large photos aren't passed by small ones for ever. */
    private final Deque<Object> waiting = new ArrayDeque<>();

    /** A budget of {@code capacity}, all of it free. */
    public MemoryBudget(MemorySize capacity) {
        this.capacity = capacity;
        this.free = capacity;
    }

    /** How much can be held at once. */
    public MemorySize capacity() {
        return capacity;
    }

    /**
     * Does {@code work}, holding memory meanwhile; waits for it before.
     *
     * @param size at most the {@link #capacity}
     * @throws WorkCancelledException if {@code cancellation} says so before the memory is free
     */
    public <T> T holding(MemorySize size, Cancellation cancellation, Supplier<T> work) {
        take(size, cancellation);
        try {
            return work.get();
        } finally {
            giveBack(size);
        }
    }

    private synchronized void take(MemorySize size, Cancellation cancellation) {
        if (!size.fits(capacity)) {
            throw new IllegalArgumentException(size + " will never be free of " + capacity);
        }
        Object turn = new Object();
        waiting.addLast(turn);
        try {
            while (waiting.peekFirst() != turn || !size.fits(free)) {
                cancellation.check();
                wait(CHECK_INTERVAL);
            }
            free = free.minus(size);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new WorkCancelledException(Cancellation.Reason.INTERRUPTED);
        } finally {
            waiting.remove(turn);
            notifyAll();
        }
    }

    private synchronized void giveBack(MemorySize size) {
        free = free.plus(size);
        notifyAll();
    }
}
