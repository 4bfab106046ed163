package io.eyegoogler.image.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.image.strips.StripDivision;
import io.eyegoogler.image.strips.ThreadAllowance;
import io.eyegoogler.testing.Await;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    /** 1024 x 3000 of RGB: eighteen strips. */
    private static final BufferedImage IMAGE =
            Pictures.patches(new BufferedImage(1024, 3000, BufferedImage.TYPE_3BYTE_BGR), new Random(18));

    private static final PixelRows ROWS = PixelRows.of(IMAGE).orElseThrow();
    private static final int STRIPS = DeflateStrip.division(ROWS.header()).count();

    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @AfterEach
    void stopPool() {
        pool.shutdownNow();
    }

    @Test
    void strips_comeInOrderWhoeverMadeThem() throws IOException {
        List<Integer> rows = new ArrayList<>();
        DeflateStrip.pipeline(ROWS, new ThreadAllowance(5, pool)).run((strip, done) -> rows.add(done));

        List<Integer> expected = new ArrayList<>();
        StripDivision division = DeflateStrip.division(ROWS.header());
        for (int i = 0; i < STRIPS; i++) {
            expected.add(division.bottom(i));
        }
        assertEquals(expected, rows);
    }

    @Test
    void stripsInMemory_areNoMoreThanTwoForEachThread() throws IOException {
        Set<DeflateStrip> seen = ConcurrentHashMap.newKeySet();
        DeflateStrip.pipeline(ROWS, new ThreadAllowance(3, pool)).run((strip, done) -> seen.add(strip) || true);
        assertTrue(seen.size() <= 6, seen.size() + " strips");

        seen.clear();
        DeflateStrip.pipeline(ROWS, ThreadAllowance.NONE).run((strip, done) -> seen.add(strip) || true);
        assertEquals(1, seen.size());
    }

    @Test
    void helpers_areAskedForUntilThereAreAsManyAsAllowed() throws IOException {
        List<Runnable> asked = new ArrayList<>();
        PngEncoder.encode(IMAGE, OutputStream.nullOutputStream(), new ThreadAllowance(3, asked::add));
        assertEquals(2, asked.size());

        asked.forEach(Runnable::run);
        assertEquals(2, asked.size(), "those that come too late do nothing");
    }

    @Test
    void callerAlone_doesAllWhereHelpersNeverComeOrAreRefused() throws IOException {
        Executor never = task -> {};
        Executor refusing = task -> {
            throw new RejectedExecutionException("full");
        };
        for (Executor executor : List.of(never, refusing, (Executor) Runnable::run)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PngEncoder.encode(IMAGE, out, new ThreadAllowance(4, executor));

            assertArrayEquals(encodedAlone(), out.toByteArray());
        }
    }

    @Test
    void failingOutput_endsWithItsExceptionAndNobodyReadingTheImage() throws InterruptedException {
        IOException full = new IOException("disk full");
        OutputStream failing = new OutputStream() {
            private int bytes;

            @Override
            public void write(int b) throws IOException {
                write(new byte[1], 0, 1);
            }

            @Override
            public void write(byte[] b, int at, int length) throws IOException {
                bytes += length;
                if (bytes > 100_000) {
                    throw full;
                }
            }
        };
        IOException thrown =
                assertThrows(IOException.class, () -> PngEncoder.encode(IMAGE, failing, new ThreadAllowance(4, pool)));

        assertSame(full, thrown);
        assertPoolIsIdle();
    }

    @Test
    void receiverThatHasEnough_getsNoMore() throws IOException, InterruptedException {
        List<Integer> rows = new ArrayList<>();
        DeflateStrip.pipeline(ROWS, new ThreadAllowance(4, pool)).run((strip, done) -> {
            rows.add(done);
            return rows.size() < 3;
        });

        assertEquals(3, rows.size());
        assertPoolIsIdle();
    }

    @Test
    void helperThatFails_failsTheCall() {
        PngHeader lie = new PngHeader(1024, 4000, 8, PngHeader.Color.RGB);
        SampleRows rows = new SampleRows(IMAGE.getRaster(), lie);

        assertThrows(
                ArrayIndexOutOfBoundsException.class,
                () -> DeflateStrip.pipeline(rows, new ThreadAllowance(4, pool)).run((strip, done) -> true));
        assertThrows(ArrayIndexOutOfBoundsException.class, () -> DeflateStrip.pipeline(rows, ThreadAllowance.NONE)
                .run((strip, done) -> true));
    }

    @Test
    void interruptedWhileWaiting_throwsOnceHelpersAreDone() {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Raster slowForHelpers =
                new Raster(IMAGE.getSampleModel(), IMAGE.getRaster().getDataBuffer(), new Point()) {
                    @Override
                    public int[] getPixels(int x, int y, int w, int h, int[] pixels) {
                        if (Thread.currentThread() != caller) {
                            began.countDown();
                        }
                        CountDownLatch latch = Thread.currentThread() == caller ? began : release;
                        spinUntil(() -> latch.getCount() == 0);
                        return super.getPixels(x, y, w, h, pixels);
                    }
                };
        pool.execute(() -> {
            spinUntil(() -> caller.getState() == Thread.State.WAITING);
            release.countDown();
        });
        caller.interrupt();

        assertThrows(InterruptedIOException.class, () -> DeflateStrip.pipeline(
                        new SampleRows(slowForHelpers, ROWS.header()), new ThreadAllowance(2, pool))
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
        assertFalse(Thread.currentThread().isInterrupted());
    }

    private static byte[] encodedAlone() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngEncoder.encode(IMAGE, out, ThreadAllowance.NONE);
        return out.toByteArray();
    }
}
