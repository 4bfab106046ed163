package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionQueueTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final AdmissionQueue admission = new AdmissionQueue(1, 1, TIMEOUT);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        admission.close();
    }

    private CompletableFuture<String> occupy() {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> work = admission.submit(Cancellation.NEVER, queued -> {}, () -> {
            begun.countDown();
            try {
                release.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return "done";
        });
        await(begun);
        return work;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static HttpErrorException refusal(CompletableFuture<String> work) {
        return (HttpErrorException)
                assertThrows(CompletionException.class, work::join).getCause();
    }

    @Test
    void requestBeyondTheQueue_isRefusedAtOnce() {
        CompletableFuture<String> running = occupy();
        CompletableFuture<String> waiting = admission.submit(Cancellation.NEVER, queued -> {}, () -> "waited");

        assertEquals(
                HttpErrorException.Reason.QUEUE_FULL,
                refusal(admission.submit(Cancellation.NEVER, queued -> {}, () -> ""))
                        .reason()
                        .orElseThrow());
        assertThrows(HttpErrorException.class, admission::checkCapacity);
        assertEquals(1, admission.queueLength());
        release.countDown();
        assertEquals("done", running.join());
        assertEquals("waited", waiting.join());
    }

    @Test
    void requestWhoseClientLeft_givesItsPlaceToAnother_whileTheWorkerIsStillBusy() {
        occupy();
        AtomicBoolean gone = new AtomicBoolean();
        CompletableFuture<String> left =
                admission.submit(Cancellation.after(TIMEOUT, gone::get), queued -> {}, () -> "worked for nobody");
        gone.set(true);

        assertTrue(refusal(left).isAbandoned());
        CompletableFuture<String> next = admission.submit(Cancellation.NEVER, queued -> {}, () -> "next");
        release.countDown();
        assertEquals("next", next.join());
    }

    @Test
    void deadlinePassedInTheQueue_isTheServicesFault() {
        occupy();

        assertEquals(
                503,
                refusal(admission.submit(Cancellation.after(Duration.ofMillis(1)), queued -> {}, () -> ""))
                        .status()
                        .getCode());
    }

    @Test
    void workThatKeptAProcessorBusyAllTheTime_isSlowByItself() {
        Cancellation.Reason deadline = Cancellation.Reason.DEADLINE;

        assertEquals(
                422, admission.error(deadline, Duration.ofSeconds(9)).status().getCode());
        assertEquals(
                503, admission.error(deadline, Duration.ofSeconds(4)).status().getCode());
    }
}
