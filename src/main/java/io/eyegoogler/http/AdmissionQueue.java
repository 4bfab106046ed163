package io.eyegoogler.http;

import io.eyegoogler.Cancellation;
import io.eyegoogler.WorkCancelledException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits how many photos are processed at once and how many requests wait; rejects further ones immediately.
 *
 * <p>Processing is bound by the processor: more photos at once would only make each slower and need more memory. It has
 * threads of its own, one per worker: TensorFlow keeps some memory for every thread that has run a model, which would
 * add up to gigabytes over all of the server's threads. Waiting requests hold no thread: a sweeper inspects the queue
 * several times a second and drops those whose deadline has passed or whose client has gone.
 */
final class AdmissionQueue implements AutoCloseable {

    /** How often the queue is inspected, ms. */
    private static final int SWEEP_INTERVAL = 100;
    /**
     * Work that used the processor for this share of the timeout is itself too slow; less, and other work delayed it.
     */
    private static final double MIN_OWN_SHARE = 0.75;

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionQueue.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration timeout;
    private final Semaphore permits;
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService sweeper;

    AdmissionQueue(int workers, int queue, Duration timeout) {
        this.timeout = timeout;
        this.permits = new Semaphore(Math.addExact(workers, queue));
        this.workers = new ThreadPoolExecutor(
                workers, workers, 0, TimeUnit.SECONDS, this.queue, work -> new Thread(work, "worker"));
        this.sweeper = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sweeper");
            thread.setDaemon(true);
            return thread;
        });
        sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_INTERVAL, SWEEP_INTERVAL, TimeUnit.MILLISECONDS);
    }

    /** Returns how many requests wait for a worker. */
    int queueLength() {
        return queue.size();
    }

    /** Throws if the queue is full, so that a body need not be read first. */
    void checkCapacity() {
        if (permits.availablePermits() == 0) {
            throw HttpErrorException.unavailable(HttpErrorException.Reason.QUEUE_FULL);
        }
    }

    /**
     * Runs {@code work} as soon as a worker is free.
     *
     * @param cancellation ends the wait; the work must check it by itself
     * @param queued receives the length of the wait, ns, before the work begins
     * @return completes with the result, with what the work throws, or with an {@link HttpErrorException} if the queue
     *     is full or the work was canceled
     */
    <T> CompletableFuture<T> submit(Cancellation cancellation, LongConsumer queued, Supplier<T> work) {
        if (!permits.tryAcquire()) {
            return CompletableFuture.failedFuture(HttpErrorException.unavailable(HttpErrorException.Reason.QUEUE_FULL));
        }
        Job<T> job = new Job<>(cancellation, queued, work);
        workers.execute(job);
        return job.result;
    }

    private void sweep() {
        try {
            queue.forEach(each -> ((Job<?>) each).dropIfCancelled());
        } catch (RuntimeException bug) {
            // An exception would end the sweeping for good.
            LOG.error("Cannot drop a request from the queue", bug);
        }
    }

    /** Returns the error for work that was canceled after it had used the processor for {@code cpu}. */
    HttpErrorException error(Cancellation.Reason reason, Duration cpu) {
        if (reason != Cancellation.Reason.DEADLINE) {
            return HttpErrorException.abandoned();
        }
        return cpu.toNanos() > MIN_OWN_SHARE * timeout.toNanos()
                ? HttpErrorException.tooSlow(timeout)
                : HttpErrorException.unavailable(HttpErrorException.Reason.DEADLINE);
    }

    /** Completes submitted work in the background, and accepts no more. */
    @Override
    public void close() {
        sweeper.shutdown();
        workers.shutdown();
    }

    /** Work that waits for a worker or is running. */
    private final class Job<T> implements Runnable {

        private final CompletableFuture<T> result = new CompletableFuture<>();
        private final long submitted = System.nanoTime();
        private final Cancellation cancellation;
        private final LongConsumer queued;
        private final Supplier<T> work;

        Job(Cancellation cancellation, LongConsumer queued, Supplier<T> work) {
            this.cancellation = cancellation;
            this.queued = queued;
            this.work = work;
        }

        void dropIfCancelled() {
            cancellation.reason().ifPresent(reason -> {
                if (queue.remove(this)) {
                    queued.accept(System.nanoTime() - submitted);
                    fail(error(reason, Duration.ZERO));
                }
            });
        }

        @Override
        public void run() {
            queued.accept(System.nanoTime() - submitted);
            long cpu = THREADS.getCurrentThreadCpuTime();
            T value;
            try {
                cancellation.check();
                value = work.get();
            } catch (WorkCancelledException cancelled) {
                fail(error(cancelled.reason(), Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu)));
                return;
            } catch (OutOfMemoryError full) {
                fail(HttpErrorException.unavailable(HttpErrorException.Reason.MEMORY));
                return;
            } catch (RuntimeException | Error failure) {
                fail(failure instanceof CompletionException ? failure.getCause() : failure);
                return;
            }
            permits.release();
            result.complete(value);
        }

        private void fail(Throwable failure) {
            permits.release();
            result.completeExceptionally(failure);
        }
    }
}
