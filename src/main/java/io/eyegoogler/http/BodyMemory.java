package io.eyegoogler.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the bodies of all requests and answers together may hold: a share of the heap, whatever the number of
 * clients and however slowly they send or read.
 *
 * <p>It counts bytes that are there, not bytes that were announced, so that a slow sender of a large photo takes nothing
 * from others.
 */
final class BodyMemory {

    /** Bodies may fill one part in so many of the heap; the rest is for pixels. */
    private static final int SHARE_OF_HEAP = 3;

    private final long limit;
    private final AtomicLong held = new AtomicLong();

    BodyMemory() {
        this.limit = io.eyegoogler.limits.ProcessMemory.bodies();
    }

    /** Takes so many bytes, or throws. */
    void take(long bytes) {
        long before;
        do {
            before = held.get();
            if (before + bytes > limit) {
                throw Refusal.unavailable(Refusal.Reason.MEMORY);
            }
        } while (!held.compareAndSet(before, before + bytes));
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}
