package io.eyegoogler.http;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Measures the rate of a transfer over the last seconds. Safe for use by several threads. */
final class TransferRate {

    /** Maximum length of the window, seconds. */
    static final int MAX_SECONDS = 10;

    /** Nanoseconds, as {@link System#nanoTime}. */
    private final LongSupplier clock;

    private final long start;
    /**
     * Ring buffer of the bytes in each of the last seconds, including the current one, by second number modulo
     * length.
     */
    private final long[] bytes = new long[MAX_SECONDS + 1];

    /** Number of the second that was last advanced to. */
    private long second;

    TransferRate() {
        this(System::nanoTime);
    }

    TransferRate(LongSupplier clock) {
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    /** Counts {@code count} bytes that were transferred just now. */
    synchronized void add(long count) {
        bytes[(int) (advance() % bytes.length)] += count;
    }

    /** Returns the time since the transfer began, seconds. */
    double age() {
        return (clock.getAsLong() - start) / 1e9;
    }

    /**
     * Returns the mean over the last {@code window} seconds, or since the beginning if that is later, bytes per
     * second.
     */
    synchronized double perSecond(int window) {
        long now = advance();
        long sum = 0;
        for (long each = Math.max(0, now - window); each <= now; each++) {
            sum += bytes[(int) (each % bytes.length)];
        }
        double covered = Math.min(age(), age() - now + window);
        return sum / Math.max(covered, 1e-3);
    }

    /** Returns the number of the current second; clears the seconds that passed without a byte. */
    private long advance() {
        long now = TimeUnit.NANOSECONDS.toSeconds(clock.getAsLong() - start);
        if (now - second >= bytes.length) {
            Arrays.fill(bytes, 0);
        } else {
            for (long each = second + 1; each <= now; each++) {
                bytes[(int) (each % bytes.length)] = 0;
            }
        }
        second = now;
        return now;
    }
}
