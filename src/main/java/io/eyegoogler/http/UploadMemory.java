package io.eyegoogler.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all uploads together may hold: a share of the heap, whatever the number of senders.
 *
 * <p>It counts bytes that have come, not bytes that were announced, so that a slow sender of a large photo takes nothing
 * from others.
 */
final class UploadMemory {

    /** Uploads may fill one part in so many of the heap; the rest is for pixels. */
    private static final int SHARE_OF_HEAP = 4;

    private final long limit;
    private final AtomicLong held = new AtomicLong();

    /** For uploads of at most {@code maxUpload} bytes, two of which always fit: one is copied out of its form. */
    UploadMemory(long maxUpload) {
        this.limit = Math.max(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, 2 * maxUpload);
    }

    /** Takes so many bytes, or throws. */
    void take(long bytes) {
        if (held.addAndGet(bytes) > limit) {
            held.addAndGet(-bytes);
            throw Refusal.unavailable(Refusal.Reason.MEMORY);
        }
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}
