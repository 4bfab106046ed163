package io.eyegoogler.image.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Await;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripPipelineTest {
    /** Eighteen strips, the last of which has six rows. */
    private static final StripDivision DIVISION = new StripDivision(176, 10);

    private static final List<Integer> BOTTOMS =
            List.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 176);

    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    /** A workspace that holds the rows it was given. */
    private static final class Strip {
        private int top;
        private int bottom;
    }

    private static void compress(Strip strip, int top, int bottom) {
        strip.top = top;
        strip.bottom = bottom;
    }

    private static StripPipeline<Strip> pipeline(ThreadAllowance threads) {
        return new StripPipeline<>(DIVISION, threads, Strip::new, StripPipelineTest::compress);
    }

    private static List<Integer> bottoms(ThreadAllowance threads) throws IOException {
        List<Integer> bottoms = new ArrayList<>();
        pipeline(threads).run((strip, done) -> {
            assertEquals(bottoms.size() * 10, strip.top);
            assertEquals(done, strip.bottom);
            return bottoms.add(done);
        });
        return bottoms;
    }

    @AfterEach
    void stopPool() {
        pool.shutdownNow();
    }

    @Test
    void strips_comeInOrderWhicheverThreadCompressesThem() throws IOException {
        assertEquals(BOTTOMS, bottoms(new ThreadAllowance(5, pool)));
        assertEquals(BOTTOMS, bottoms(ThreadAllowance.NONE));
    }

    @Test
    void stripsInMemory_areAtMostTwoForEachThread() throws IOException {
        Set<Strip> seen = ConcurrentHashMap.newKeySet();
        pipeline(new ThreadAllowance(3, pool)).run((strip, done) -> seen.add(strip) || true);
        assertTrue(seen.size() <= 6, seen.size() + " strips");

        seen.clear();
        pipeline(ThreadAllowance.NONE).run((strip, done) -> seen.add(strip) || true);
        assertEquals(1, seen.size());
    }

    @Test
    void helpers_areSubmittedUntilThereAreAsManyAsAllowed() throws IOException {
        List<Runnable> submitted = new ArrayList<>();
        assertEquals(BOTTOMS, bottoms(new ThreadAllowance(3, submitted::add)));
        assertEquals(2, submitted.size());

        submitted.forEach(Runnable::run);
        assertEquals(2, submitted.size(), "those that start too late do nothing");
    }

    @Test
    void caller_whereHelpersNeverStartOrAreRejected_doesAllWork() throws IOException {
        Executor never = task -> {};
        Executor rejecting = task -> {
            throw new RejectedExecutionException("full");
        };
        for (Executor executor : List.of(never, rejecting, (Executor) Runnable::run)) {
            assertEquals(BOTTOMS, bottoms(new ThreadAllowance(4, executor)));
        }
    }

    @Test
    void failingReceiver_endsWithItsExceptionAndNoHelperAtWork() throws InterruptedException {
        IOException full = new IOException("disk full");
        IOException thrown = assertThrows(
                IOException.class, () -> pipeline(new ThreadAllowance(4, pool)).run((strip, done) -> {
                    if (done > 30) {
                        throw full;
                    }
                    return true;
                }));

        assertSame(full, thrown);
        assertPoolIsIdle();
    }

    @Test
    void receiverThatStops_getsNoMoreStrips() throws IOException, InterruptedException {
        List<Integer> rows = new ArrayList<>();
        pipeline(new ThreadAllowance(4, pool)).run((strip, done) -> {
            rows.add(done);
            return rows.size() < 3;
        });

        assertEquals(List.of(10, 20, 30), rows);
        assertPoolIsIdle();
    }

    @Test
    void failingWork_failsTheCall() {
        IllegalStateException failure = new IllegalStateException("strip 7");
        StripPipeline.Work<Strip> failing = (strip, top, bottom) -> {
            if (top == 70) {
                throw failure;
            }
        };
        for (ThreadAllowance threads : List.of(new ThreadAllowance(4, pool), ThreadAllowance.NONE)) {
            StripPipeline<Strip> pipeline = new StripPipeline<>(DIVISION, threads, Strip::new, failing);

            assertSame(failure, assertThrows(IllegalStateException.class, () -> pipeline.run((strip, done) -> true)));
        }
    }

    @Test
    void interruptedWhileWaiting_throwsOnceHelpersAreDone() {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        StripPipeline.Work<Strip> slowForHelpers = (strip, top, bottom) -> {
            if (Thread.currentThread() != caller) {
                began.countDown();
            }
            CountDownLatch latch = Thread.currentThread() == caller ? began : release;
            spinUntil(() -> latch.getCount() == 0);
        };
        pool.execute(() -> {
            spinUntil(() -> caller.getState() == Thread.State.WAITING);
            release.countDown();
        });
        caller.interrupt();

        assertThrows(InterruptedIOException.class, () -> new StripPipeline<>(
                        DIVISION, new ThreadAllowance(2, pool), Strip::new, slowForHelpers)
                .run((strip, done) -> true));
        assertTrue(Thread.interrupted(), "the flag stays set");
        assertEquals(0, release.getCount(), "it waited for the helper");
    }

    /** Does not sleep, since an interrupt would end that. */
    private static void spinUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + Await.LIMIT.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private void assertPoolIsIdle() throws InterruptedException {
        pool.shutdown();
        assertTrue(pool.awaitTermination(Await.LIMIT.toSeconds(), TimeUnit.SECONDS));
    }
}
