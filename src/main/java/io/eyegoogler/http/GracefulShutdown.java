package io.eyegoogler.http;

import java.time.Duration;

/** Counts requests in progress, so that a stop can let them end and take no more. */
final class GracefulShutdown {

    private int inProgress;
    private boolean stopping;

    /** Takes one more in, unless a stop has begun. */
    synchronized boolean tryEnter() {
        if (!stopping) {
            inProgress++;
        }
        return !stopping;
    }

    synchronized void leave() {
        inProgress--;
        notifyAll();
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Takes no more, and waits for those that are in, at most so long; how many are still in then. */
    synchronized int stop(Duration longest) {
        stopping = true;
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (inProgress > 0 && System.nanoTime() < end) {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return inProgress;
    }
}
