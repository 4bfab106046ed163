package io.eyegoogler.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many photos be worked on at once, and so many requests wait for that; the rest is refused at once.
 *
 * <p>Work on a photo is bound by the processor: more at once would only make each slower and need more memory. It is done
 * by threads of its own, as many as workers: TensorFlow keeps some memory for every thread that ever ran a model, which
 * over all of the server's threads would come to gigabytes.
 */
final class Admission implements AutoCloseable {

    private final Semaphore places;
    private final Semaphore workers;
    private final ExecutorService threads;

    Admission(int workers, int queue) {
        this.places = new Semaphore(Math.addExact(workers, queue));
        this.workers = new Semaphore(workers, true);
        this.threads = Executors.newFixedThreadPool(workers, work -> new Thread(work, "worker"));
    }

    /** How many wait for a worker now. */
    int queueLength() {
        return workers.getQueueLength();
    }

    /** Throws if there is no place now, so that a body needn't be read first. */
    void checkPlaces() {
        if (places.availablePermits() == 0) {
            throw Refusal.unavailable(Refusal.Reason.QUEUE_FULL);
        }
    }

    /** Waits for a worker and does the work; throws if there is no place to wait, or no time left. */
    <T> T admit(Exchange exchange, Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw Refusal.unavailable(Refusal.Reason.QUEUE_FULL);
        }
        try {
            long start = System.nanoTime();
            boolean admitted = await(exchange.remaining());
            exchange.queued(System.nanoTime() - start);
            if (!admitted) {
                throw Refusal.unavailable(Refusal.Reason.DEADLINE);
            }
            try {
                return onWorker(work);
            } finally {
                workers.release();
            }
        } finally {
            places.release();
        }
    }

    private boolean await(long nanoseconds) {
        try {
            return workers.tryAcquire(nanoseconds, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T onWorker(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure.getCause();
        }
    }

    /** Ends the workers once they have nothing to do. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
