package io.eyegoogler.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eyegoogler.limits.ProcessorLoad;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HelperThreadsTest {

    @Test
    void results_comeInTheOrderOfTheTasks() {
        try (HelperThreads workers = new HelperThreads(3)) {
            List<Supplier<Integer>> tasks = IntStream.range(0, 100)
                    .<Supplier<Integer>>mapToObj(i -> () -> i)
                    .toList();
            assertEquals(IntStream.range(0, 100).boxed().toList(), workers.all(tasks));
        }
    }

    @Test
    void twoTasks_runAtOnce() {
        try (HelperThreads workers = new HelperThreads(2)) {
            CountDownLatch both = new CountDownLatch(2);
            Supplier<Boolean> waitsForTheOther = () -> {
                both.countDown();
                try {
                    both.await();
                } catch (InterruptedException stopped) {
                    return false;
                }
                return true;
            };
            assertEquals(List.of(true, true), workers.all(List.of(waitsForTheOther, waitsForTheOther)));
        }
    }

    @Test
    void helpersThatAreBusy_areNotWaitedFor() {
        try (HelperThreads workers = new HelperThreads(2)) {
            CountDownLatch done = new CountDownLatch(1);
            Thread other = new Thread(() -> workers.all(List.of(() -> await(done), () -> await(done))));
            other.start();
            assertEquals(List.of(1, 2), workers.all(List.of(() -> 1, () -> 2)));
            done.countDown();
        }
    }

    @Test
    void tasks_whileOtherPhotosKeepAllProcessorsBusy_runOnTheAskingThread() {
        try (HelperThreads workers = new HelperThreads(4)) {
            Supplier<Thread> task = Thread::currentThread;
            int processors = Math.max(2, Runtime.getRuntime().availableProcessors());
            List<Thread> threads = whileWorking(processors, () -> workers.all(Collections.nCopies(50, task)));
            assertEquals(Collections.nCopies(50, Thread.currentThread()), threads);
        }
    }

    private static <T> T whileWorking(int photos, Supplier<T> work) {
        return photos == 0 ? work.get() : ProcessorLoad.whileWorking(() -> whileWorking(photos - 1, work));
    }

    @Test
    void failureOfATask_isThrown() {
        try (HelperThreads workers = new HelperThreads(2)) {
            List<Supplier<Integer>> tasks = List.of(() -> 1, () -> {
                throw new IllegalStateException("broken");
            });
            assertEquals(
                    "broken",
                    assertThrows(IllegalStateException.class, () -> workers.all(tasks))
                            .getMessage());
        }
    }

    private static int await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
