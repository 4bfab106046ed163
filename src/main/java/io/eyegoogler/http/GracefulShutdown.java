package io.eyegoogler.http;

import java.time.Duration;

/** Counts requests in progress, so that shutdown can wait for them and admit no more. */
final class GracefulShutdown {

    private int inProgress;
    private boolean stopping;

    /** Admits a request unless shutdown has begun; returns whether it was admitted. */
    synchronized boolean tryEnter() {
        if (!stopping) {
            inProgress++;
        }
        return !stopping;
    }

    /** Ends a request that was admitted. */
    synchronized void leave() {
        inProgress--;
        notifyAll();
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Begins shutdown and waits for requests in progress; returns how many are left after {@code timeout}. */
    synchronized int stop(Duration timeout) {
        stopping = true;
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (inProgress > 0 && System.nanoTime() < deadline) {
                wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return inProgress;
    }
}
