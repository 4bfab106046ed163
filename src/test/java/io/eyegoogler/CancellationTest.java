package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {

    private static Cancellation.Reason stops(Cancellation cancellation) {
        return assertThrows(WorkCancelledException.class, cancellation::check).reason();
    }

    @Test
    void never_letsWorkGoOn() {
        assertDoesNotThrow(Cancellation.NEVER::check);
        assertTrue(Cancellation.NEVER.remaining() > Duration.ofDays(365).toNanos());
    }

    @Test
    void passedDeadline_stopsWork() {
        Cancellation cancellation = Cancellation.after(Duration.ZERO);

        assertEquals(Cancellation.Reason.DEADLINE, stops(cancellation));
        assertTrue(cancellation.remaining() <= 0);
    }

    @Test
    void deadlineToCome_letsWorkGoOn_untilNobodyWantsItsResult() {
        AtomicBoolean gone = new AtomicBoolean();
        Cancellation cancellation = Cancellation.after(Duration.ofHours(1), gone::get);
        assertDoesNotThrow(cancellation::check);
        gone.set(true);
        while (cancellation.reason().isEmpty()) {
            Thread.onSpinWait();
        }
        assertEquals(Cancellation.Reason.ABANDONED, stops(cancellation));
        gone.set(false);
        assertEquals(Cancellation.Reason.ABANDONED, stops(cancellation), "Once abandoned, always abandoned");
    }

    @Test
    void manyChecks_askSeldomWhetherTheResultIsWanted() {
        AtomicInteger asked = new AtomicInteger();
        Cancellation cancellation = Cancellation.after(Duration.ofHours(1), () -> asked.incrementAndGet() < 0);
        for (int i = 0; i < 100_000; i++) {
            cancellation.check();
        }
        assertTrue(asked.get() >= 1 && asked.get() < 1_000, asked + " times");
    }

    @Test
    void timeoutBeyondAnyClock_isTaken() {
        Cancellation forever = Cancellation.after(Duration.ofSeconds(Long.MAX_VALUE));
        forever.check();
        assertTrue(forever.remaining() > Duration.ofDays(36_500).toNanos());
        assertTrue(Cancellation.after(Duration.ofSeconds(Long.MIN_VALUE)).remaining() <= 0);
    }

    @Test
    void null_isRefusedByName() {
        assertEquals(
                "abandoned",
                assertThrows(NullPointerException.class, () -> Cancellation.after(Duration.ofSeconds(1), null))
                        .getMessage());
        assertEquals(
                "condition",
                assertThrows(NullPointerException.class, () -> Cancellation.when(null))
                        .getMessage());
    }
}
