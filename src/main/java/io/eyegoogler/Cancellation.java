package io.eyegoogler;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Tells work on a photo whether it may go on: until a deadline, and while somebody still wants the result.
 *
 * <p>Code that may take long calls {@link #check} every few milliseconds: between rows, strips, frames or model runs.
 * Safe for use by many threads.
 */
public final class Cancellation {

    /** Why work must stop. */
    public enum Reason {
        /** The deadline has passed. */
        DEADLINE,
        /** Nobody waits for the result any more. */
        ABANDONED,
        /** The thread that worked was interrupted. */
        INTERRUPTED
    }

    /** Lets work go on for ever. */
    public static final Cancellation NEVER = new Cancellation(Long.MAX_VALUE >> 1, () -> false, 0);

    /** To ask whether the result is still wanted may take a system call, so it is asked this often, ns. */
    private static final long ABANDONED_INTERVAL = TimeUnit.MILLISECONDS.toNanos(50);

    private final long start = System.nanoTime();
    /** Nanoseconds after {@link #start}. */
    private final long timeout;

    private final BooleanSupplier abandoned;
    /** Nanoseconds between two questions whether the result is wanted. */
    private final long interval;
    /** When to ask again whether the result is wanted, nanoseconds after {@link #start}. */
    private volatile long nextQuestion;

    private volatile boolean isAbandoned;

    private Cancellation(long timeout, BooleanSupplier abandoned, long interval) {
        this.timeout = timeout;
        this.abandoned = abandoned;
        this.interval = interval;
    }

    /** Stops work {@code timeout} from now. */
    public static Cancellation after(Duration timeout) {
        return after(timeout, () -> false);
    }

    /**
     * Stops work {@code timeout} from now, or once {@code abandoned} says that nobody waits for the result.
     *
     * @param abandoned asked now and then, by whichever thread checks, until it says true
     */
    public static Cancellation after(Duration timeout, BooleanSupplier abandoned) {
        return new Cancellation(timeout.toNanos(), abandoned, ABANDONED_INTERVAL);
    }

    /** Stops work once {@code condition}, which is asked at each check, says so. */
    public static Cancellation when(BooleanSupplier condition) {
        return new Cancellation(NEVER.timeout, condition, 0);
    }

    /**
     * Returns if work may go on.
     *
     * @throws WorkCancelledException if it must stop
     */
    public void check() {
        reason().ifPresent(reason -> {
            throw new WorkCancelledException(reason);
        });
    }

    /** Why work must stop, or empty while it may go on. */
    public Optional<Reason> reason() {
        long elapsed = System.nanoTime() - start;
        if (elapsed >= timeout) {
            return Optional.of(Reason.DEADLINE);
        }
        if (!isAbandoned && elapsed >= nextQuestion) {
            nextQuestion = elapsed + interval;
            isAbandoned = abandoned.getAsBoolean();
        }
        return isAbandoned ? Optional.of(Reason.ABANDONED) : Optional.empty();
    }

    /** Nanoseconds until the deadline; 0 or less once it has passed. */
    public long remaining() {
        return timeout - (System.nanoTime() - start);
    }
}
