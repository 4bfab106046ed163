package io.eyegoogler.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/** Processes photos on all processors while they are being found, and counts what became of them. */
final class Batch implements Findings {

    /** Enough that no worker has to wait for the search, and few enough that memory does not grow with the photos. */
    private static final int MAX_PHOTOS_PER_WORKER = 4;

    private final PhotoProcessor processor;
    private final ProgressBar progress;
    private final ExecutorService workers;
    private final Semaphore places;
    private final AtomicLongArray counts = new AtomicLongArray(Outcome.values().length);
    private long leftOut;
    private final long start = System.nanoTime();

    Batch(PhotoProcessor processor, ProgressBar progress) {
        this.processor = processor;
        this.progress = progress;
        int threads = Runtime.getRuntime().availableProcessors();
        workers = Executors.newFixedThreadPool(threads);
        places = new Semaphore(threads * MAX_PHOTOS_PER_WORKER);
    }

    /** Takes a photo; waits while enough are waiting. */
    @Override
    public void photo(InputPhoto photo) {
        places.acquireUninterruptibly();
        workers.execute(() -> {
            try {
                counts.incrementAndGet(processor.process(photo).ordinal());
                progress.advance();
            } finally {
                places.release();
            }
        });
    }

    @Override
    public void leftOut(Path video) {
        leftOut++;
    }

    @Override
    public void problem(String message) {
        counts.incrementAndGet(Outcome.FAILED.ordinal());
        progress.println(message);
    }

    /** Waits until all photos have been processed. */
    void await() throws InterruptedException {
        workers.shutdown();
        workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    boolean isFailed() {
        return count(Outcome.FAILED) > 0;
    }

    /** Returns what became of the photos, and how many were processed a second. */
    String summary() {
        double seconds = (System.nanoTime() - start) / 1e9;
        String videos = leftOut == 0 ? "" : "; videos left out, since there is no ffmpeg: " + leftOut;
        return String.format(
                Locale.ROOT,
                "%d done, %d skipped, %d failed; %.1f photos a second%s",
                count(Outcome.DONE),
                count(Outcome.SKIPPED),
                count(Outcome.FAILED),
                count(Outcome.DONE) / seconds,
                videos);
    }

    private long count(Outcome outcome) {
        return counts.get(outcome.ordinal());
    }
}
