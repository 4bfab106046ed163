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
 * Lets so many photos be worked on at once, and so many requests wait for that; the rest is refused at once.
 *
 * <p>Work on a photo is bound by the processor: more at once would only make each slower and need more memory. It is done
 * by threads of its own, as many as workers: TensorFlow keeps some memory for every thread that ever ran a model, which
 * over all of the server's threads would come to gigabytes. No thread waits: those in the queue are looked through a few
 * times a second, and those whose deadline has passed or whose client has gone are dropped.
 */
final class AdmissionQueue implements AutoCloseable {

    /** How often the queue is looked through, ms. */
    private static final int SWEEP_INTERVAL = 100;
    /** Who kept a processor busy for this share of the timeout and isn't done is slow by itself, not by others. */
    private static final double SLOW_BY_ITSELF = 0.75;

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionQueue.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration timeout;
    private final Semaphore places;
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService sweeper;

    AdmissionQueue(int workers, int queue, Duration timeout) {
        this.timeout = timeout;
        this.places = new Semaphore(Math.addExact(workers, queue));
        this.workers = new ThreadPoolExecutor(
                workers, workers, 0, TimeUnit.SECONDS, this.queue, work -> new Thread(work, "worker"));
        this.sweeper = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sweeper");
            thread.setDaemon(true);
            return thread;
        });
        sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_INTERVAL, SWEEP_INTERVAL, TimeUnit.MILLISECONDS);
    }

    /** How many wait for a worker now. */
    int queueLength() {
        return queue.size();
    }

    /** Throws if there is no place now, so that a body needn't be read first. */
    void checkPlaces() {
        if (places.availablePermits() == 0) {
            throw HttpErrorException.unavailable(HttpErrorException.Reason.QUEUE_FULL);
        }
    }

    /**
     * Has {@code work} done as soon as a worker is free.
     *
     * @param cancellation ends the wait; the work itself must heed it
     * @param queued is told how long the wait was, ns, before the work begins
     * @return the result, or a {@link HttpErrorException} if there is no place to wait or no time left, or what the work throws
     */
    <T> CompletableFuture<T> submit(Cancellation cancellation, LongConsumer queued, Supplier<T> work) {
        if (!places.tryAcquire()) {
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
            // Or the queue would never be looked through again.
            LOG.error("A request in the queue couldn't be dropped", bug);
        }
    }

    /** What becomes of work that was cancelled after it had kept a processor busy for {@code cpu}. */
    HttpErrorException refusal(Cancellation.Reason reason, Duration cpu) {
        if (reason != Cancellation.Reason.DEADLINE) {
            return HttpErrorException.abandoned();
        }
        return cpu.toNanos() > SLOW_BY_ITSELF * timeout.toNanos()
                ? HttpErrorException.tooSlow(timeout)
                : HttpErrorException.unavailable(HttpErrorException.Reason.DEADLINE);
    }

    /** Lets what is under way end, and takes nothing more. */
    @Override
    public void close() {
        sweeper.shutdown();
        workers.shutdown();
    }

    /** Work that waits for a worker, or is being done. */
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
                    fail(refusal(reason, Duration.ZERO));
                }
            });
        }

        @Override
        public void run() {
            queued.accept(System.nanoTime() - submitted);
            long cpu = THREADS.getCurrentThreadCpuTime();
            T done;
            try {
                cancellation.check();
                done = work.get();
            } catch (WorkCancelledException cancelled) {
                fail(refusal(cancelled.reason(), Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu)));
                return;
            } catch (OutOfMemoryError full) {
                fail(HttpErrorException.unavailable(HttpErrorException.Reason.MEMORY));
                return;
            } catch (RuntimeException | Error failure) {
                fail(failure instanceof CompletionException ? failure.getCause() : failure);
                return;
            }
            places.release();
            result.complete(done);
        }

        private void fail(Throwable failure) {
            places.release();
            result.completeExceptionally(failure);
        }
    }
}
