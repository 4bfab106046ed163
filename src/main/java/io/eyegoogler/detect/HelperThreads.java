package io.eyegoogler.detect;

import io.eyegoogler.Cancellation;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.limits.ProcessorLoad;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Threads that help with one photo, one fewer than there are processors; the thread that asks works too.
 *
 * <p>When other photos keep the processors or the helpers busy, the asking thread does all of its work by itself, so
 * that nothing ever waits for a thread.
 */
public final class HelperThreads implements AutoCloseable {

    private final ExecutorService helpers;
    private final int count;

    /** Threads for {@code processors} processors. */
    public HelperThreads(int processors) {
        count = Math.max(1, processors);
        helpers = Executors.newFixedThreadPool(Math.max(1, count - 1), work -> {
            Thread thread = new Thread(work, "detect");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How many pieces of work can run at once. */
    public int count() {
        return count;
    }

    /**
     * Runs every task, on this thread and on the helpers that are free, and returns their results in order. When it
     * returns or throws, no task is under way.
     *
     * @throws WorkCancelledException if this thread is interrupted while it waits for a helper
     */
    public <T> List<T> all(List<Supplier<T>> tasks) {
        List<FutureTask<T>> pieces =
                tasks.stream().map(task -> new FutureTask<>(task::get)).toList();
        if (count > 1 && !ProcessorLoad.isSaturated()) {
            pieces.stream().skip(1).forEach(helpers::execute);
        }
        // A piece that a helper has taken already isn't run twice.
        pieces.forEach(FutureTask::run);
        if (awaitAll(pieces)) {
            Thread.currentThread().interrupt();
            throw new WorkCancelledException(Cancellation.Reason.INTERRUPTED);
        }
        return pieces.stream().map(HelperThreads::result).toList();
    }

    /**
     * Waits until no helper works on any of the pieces, even if some fail: a caller may then close what they use.
     *
     * @return whether this thread was interrupted meanwhile
     */
    private static boolean awaitAll(List<? extends FutureTask<?>> pieces) {
        boolean interrupted = false;
        for (FutureTask<?> piece : pieces) {
            while (!piece.isDone()) {
                try {
                    piece.get();
                } catch (InterruptedException stopping) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    // For the caller to see when all are done.
                }
            }
        }
        return interrupted;
    }

    /**
     * Splits {@code items} into parts, at most one for each processor, and returns the results in order. The parts are
     * the same however busy the processors are, because the last bits of a network's results depend on its batch.
     *
     * @param perPart how many items are worth a part: there are at most {@code items.size() / perPart} parts, rounded up
     */
    public <S, T> List<T> inParts(List<S> items, int perPart, Function<List<S>, List<T>> run) {
        int parts = Math.min(count, (items.size() + perPart - 1) / perPart);
        List<Supplier<List<T>>> tasks = IntStream.range(0, parts)
                .<Supplier<List<T>>>mapToObj(part ->
                        () -> run.apply(items.subList(items.size() * part / parts, items.size() * (part + 1) / parts)))
                .toList();
        return all(tasks).stream().flatMap(List::stream).toList();
    }

    private static <T> T result(FutureTask<T> piece) {
        try {
            return piece.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new CompletionException(failed.getCause());
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        helpers.shutdown();
    }
}
