package io.eyegoogler.limits;

import io.eyegoogler.Cancellation;
import io.eyegoogler.WorkCancelledException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * A limit on the memory that is held at once, granted first come, first served. It counts reservations, which state how
 * much memory will be allocated at most, rather than allocations. Instances are safe for use by multiple threads.
 */
public final class MemoryBudget {

    /** How often a waiting thread checks whether its work is canceled, ms. */
    private static final long CHECK_INTERVAL = 50;

    private final MemorySize capacity;
    private MemorySize free;
    /** The waiting threads' tickets in order of arrival, so that small reservations don't starve large ones. */
    private final Deque<Object> queue = new ArrayDeque<>();

    /** Creates a budget of {@code capacity}, all of it free. */
    public MemoryBudget(MemorySize capacity) {
        this.capacity = capacity;
        this.free = capacity;
    }

    /** Returns how much can be held at once. */
    public MemorySize capacity() {
        return capacity;
    }

    /**
     * Waits for memory and holds it while it runs {@code work}.
     *
     * @param size at most the {@link #capacity}
     * @throws WorkCancelledException if the work is canceled before the memory is free
     */
    public <T> T holding(MemorySize size, Cancellation cancellation, Supplier<T> work) {
        acquire(size, cancellation);
        try {
            return work.get();
        } finally {
            release(size);
        }
    }

    private synchronized void acquire(MemorySize size, Cancellation cancellation) {
        if (!size.fits(capacity)) {
            throw new IllegalArgumentException(size + " exceeds the capacity of " + capacity);
        }
        Object ticket = new Object();
        queue.addLast(ticket);
        try {
            while (queue.peekFirst() != ticket || !size.fits(free)) {
                cancellation.check();
                wait(CHECK_INTERVAL);
            }
            free = free.minus(size);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WorkCancelledException(Cancellation.Reason.INTERRUPTED);
        } finally {
            queue.remove(ticket);
            notifyAll();
        }
    }

    private synchronized void release(MemorySize size) {
        free = free.plus(size);
        notifyAll();
    }
}
