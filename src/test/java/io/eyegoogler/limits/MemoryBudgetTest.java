package io.eyegoogler.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eyegoogler.Cancellation;
import io.eyegoogler.WorkCancelledException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    private final MemoryBudget budget = new MemoryBudget(new MemorySize(100, 10));
    private final CountDownLatch done = new CountDownLatch(1);

    /** Holds {@code size} until {@link #done}, on a thread of its own; returns once it is held. */
    private Thread hold(MemorySize size) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        Thread holder = new Thread(() -> budget.holding(size, Cancellation.NEVER, () -> {
            held.countDown();
            try {
                done.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return null;
        }));
        holder.start();
        held.await();
        return holder;
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void memory_isHeldDuringTheWork_andReleasedAfterIt() {
        MemorySize all = budget.capacity();
        for (int i = 0; i < 3; i++) {
            assertEquals("done", budget.holding(all, Cancellation.NEVER, () -> "done"));
        }
        assertThrows(
                IllegalStateException.class,
                () -> budget.holding(all, Cancellation.NEVER, () -> {
                    throw new IllegalStateException();
                }));
        assertEquals("done", budget.holding(all, Cancellation.NEVER, () -> "done"));
    }

    @Test
    void waitForMemory_endsAtTheDeadline() throws InterruptedException {
        Thread holder = hold(new MemorySize(1, 10));
        try {
            assertEquals(
                    Cancellation.Reason.DEADLINE,
                    assertThrows(
                                    WorkCancelledException.class,
                                    () -> budget.holding(
                                            new MemorySize(1, 1), Cancellation.after(Duration.ofMillis(20)), () -> ""))
                            .reason());
            assertEquals("fits", budget.holding(new MemorySize(99, 0), Cancellation.NEVER, () -> "fits"));
        } finally {
            done.countDown();
            holder.join();
        }
    }

    @Test
    void smallReservations_dontOvertakeALargeOneThatWaits() throws InterruptedException {
        Thread holder = hold(new MemorySize(60, 0));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread large =
                new Thread(() -> budget.holding(new MemorySize(90, 0), Cancellation.NEVER, () -> order.add("large")));
        large.start();
        awaitWaiting(large);
        Thread small =
                new Thread(() -> budget.holding(new MemorySize(20, 0), Cancellation.NEVER, () -> order.add("small")));
        small.start();
        awaitWaiting(small);
        assertFalse(order.contains("small"));
        done.countDown();
        for (Thread thread : List.of(holder, large, small)) {
            thread.join();
        }
        assertEquals(List.of("large", "small"), order);
    }

    @Test
    void moreThanTheCapacity_isRejected() {
        assertThrows(
                IllegalArgumentException.class,
                () -> budget.holding(new MemorySize(101, 0), Cancellation.NEVER, () -> ""));
    }
}
