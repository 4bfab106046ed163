package io.eyegoogler.http;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How fast bytes have come or gone in the last seconds. Safe for use by many threads. */
final class TransferRate {

    /** The longest window, s. */
    static final int MAX_SECONDS = 10;

    /** Tells the time, ns. */
    private final LongSupplier clock;

    private final long start;
    /** Bytes of each of the last seconds, at the second's number modulo their count; the one that runs is among them. */
    private final long[] bytes = new long[MAX_SECONDS + 1];

    private long second;

    TransferRate() {
        this(System::nanoTime);
    }

    TransferRate(LongSupplier clock) {
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    /** Counts {@code count} bytes that have come, or gone, just now. */
    synchronized void add(long count) {
        bytes[(int) (advance() % bytes.length)] += count;
    }

    /** Seconds since the begin. */
    double age() {
        return (clock.getAsLong() - start) / 1e9;
    }

    /** The mean over the last {@code window} seconds, or since the begin where that is less ago, bytes a second. */
    synchronized double perSecond(int window) {
        long now = advance();
        long sum = 0;
        for (long each = Math.max(0, now - window); each <= now; each++) {
            sum += bytes[(int) (each % bytes.length)];
        }
        double covered = Math.min(age(), age() - now + window);
        return sum / Math.max(covered, 1e-3);
    }

    /** The second that runs; those that have passed without a byte are set to none. */
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
