package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BodyMemoryBudgetTest {

    private final BodyMemoryBudget memory = new BodyMemoryBudget(100);
    private final List<String> evicted = new ArrayList<>();
    private long now;

    private class Upload implements BodyMemoryBudget.Transfer {

        private final String name;
        private final long holds;
        private final TransferRate rate = new TransferRate(() -> now);

        Upload(String name, long holds) {
            this.name = name;
            this.holds = holds;
            memory.begin(this);
            memory.take(holds, this);
        }

        @Override
        public TransferRate rate() {
            return rate;
        }

        @Override
        public long length() {
            return holds;
        }

        @Override
        public boolean evict() {
            evicted.add(name);
            memory.end(this);
            memory.giveBack(holds);
            return true;
        }
    }

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void slowestTransfer_isEvicted_whenMemoryIsShort() {
        Upload slow = new Upload("slow", 40);
        Upload slowest = new Upload("slowest", 40);
        pass(10);
        slow.rate.add(2_000);
        slowest.rate.add(1_000);
        new Upload("newcomer", 60);

        assertEquals(List.of("slowest"), evicted);
        assertEquals(100, memory.held());
    }

    @Test
    void slowestTransfers_areEvicted_untilThereIsMemory() {
        new Upload("first", 50);
        new Upload("second", 50);
        pass(10);
        new Upload("newcomer", 100);

        assertEquals(
                List.of("first", "second").stream().sorted().toList(),
                evicted.stream().sorted().toList());
    }

    @Test
    void fastTransferOfALargeBody_isEvicted_ifItWouldTakeMinutes() {
        BodyMemoryBudget gigabyte = new BodyMemoryBudget(1 << 30);
        Upload large = new Upload("large", 0) {
            @Override
            public long length() {
                return 1 << 30;
            }

            @Override
            public boolean evict() {
                gigabyte.giveBack(1 << 30);
                return super.evict();
            }
        };
        gigabyte.begin(large);
        gigabyte.take(1 << 30, large);
        pass(10);
        large.rate.add(10 << 20);
        gigabyte.take(1 << 20, null);

        assertEquals(List.of("large"), evicted);
    }

    @Test
    void fastTransfers_andNewOnes_areNotEvicted() {
        Upload fast = new Upload("fast", 50);
        pass(10);
        fast.rate.add(10 << 20);
        new Upload("young", 50);
        pass(1);

        HttpErrorException refusal = assertThrows(HttpErrorException.class, () -> new Upload("newcomer", 10));
        assertEquals(503, refusal.status().getCode());
        assertEquals(List.of(), evicted);
    }
}
