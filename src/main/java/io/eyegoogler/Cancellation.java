package io.eyegoogler;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Says whether work on a photo may go on: until a deadline, and while the result is still wanted.
 *
 * <pre>{@code
 * Cancellation tenSeconds = Cancellation.after(Duration.ofSeconds(10));
 * googler.googly(photo, GooglyOptions.DEFAULT, tenSeconds, StageListener.NONE);
 * }</pre>
 *
 * <p>Code that may take long calls {@link #check} every few milliseconds: between rows, strips, frames or model runs.
 * Safe for use by many threads.
 */
public final class Cancellation {

    /** Why work must stop. */
    public enum Reason {
        /** The deadline has passed. */
        DEADLINE,
        /** The result is no longer wanted. */
        ABANDONED,
        /** The working thread was interrupted. */
        INTERRUPTED
    }

    /** 146 years, ns; a longer timeout counts as this, so that none overflows. */
    private static final long MAX_TIMEOUT = Long.MAX_VALUE >> 1;

    /** Lets work go on forever. */
    public static final Cancellation NEVER = new Cancellation(MAX_TIMEOUT, () -> false, 0);

    /** Minimum time between two questions whether the result is wanted, since each may take a system call, ns. */
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

    /**
     * {@return a cancellation that stops work {@code timeout} from now}
     *
     * @param timeout how long work may go on; not at all if it is zero or negative
     */
    public static Cancellation after(Duration timeout) {
        return after(timeout, () -> false);
    }

    /**
     * {@return a cancellation that stops work {@code timeout} from now, or once the result is no longer wanted}
     *
     * @param timeout how long work may go on; not at all if it is zero or negative
     * @param abandoned whether the result is no longer wanted; asked at most every 50 ms, by any thread that checks,
     *     until it returns true
     */
    public static Cancellation after(Duration timeout, BooleanSupplier abandoned) {
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(abandoned, "abandoned");
        long nanoseconds = TimeUnit.NANOSECONDS.convert(timeout);
        return new Cancellation(Math.max(0, Math.min(MAX_TIMEOUT, nanoseconds)), abandoned, ABANDONED_INTERVAL);
    }

    /**
     * {@return a cancellation that stops work once {@code condition} is true}
     *
     * @param condition asked at each check, until it returns true
     */
    public static Cancellation when(BooleanSupplier condition) {
        return new Cancellation(MAX_TIMEOUT, Objects.requireNonNull(condition, "condition"), 0);
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

    /** {@return why work must stop, or empty while it may go on} */
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

    /** {@return the time until the deadline, ns; 0 or less once it has passed} */
    public long remaining() {
        return timeout - (System.nanoTime() - start);
    }
}
