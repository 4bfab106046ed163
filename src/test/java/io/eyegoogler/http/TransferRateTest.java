package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TransferRateTest {

    private long now;
    private final TransferRate rate = new TransferRate(() -> now);

    private void at(double seconds) {
        now = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void steadyTransfer_hasItsRate() {
        for (int tenth = 1; tenth <= 300; tenth++) {
            at(tenth / 10.0);
            rate.add(100);
        }
        assertEquals(1_000, rate.perSecond(10), 20);
        assertEquals(1_000, rate.perSecond(5), 20);
        assertEquals(30, rate.age(), 1e-6);
    }

    @Test
    void burstAtTheStart_isForgotten_onceTheWindowHasPassed() {
        at(0.5);
        rate.add(16 << 20);
        at(1);
        assertEquals(16 << 20, rate.perSecond(5), 1);
        at(4.9);
        rate.add(1);
        assertEquals((16 << 20) / 4.9, rate.perSecond(5), 10);
        at(7);
        rate.add(1);
        assertEquals(2.0 / 5, rate.perSecond(5), 0.1);
        at(20);
        assertEquals(0, rate.perSecond(10));
    }
}
