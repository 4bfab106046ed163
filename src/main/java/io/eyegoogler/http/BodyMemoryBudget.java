package io.eyegoogler.http;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the memory that the bodies of all requests and responses hold together, for any number of clients however
 * slowly they send or read. When it runs short, the slowest transfer is evicted rather than a new one rejected.
 *
 * <p>It counts bytes that have arrived, not bytes that were announced.
 */
final class BodyMemoryBudget {

    /** A body that is being received or sent. */
    interface Transfer {

        /** Returns the rate at which bytes are transferred. */
        TransferRate rate();

        /** Returns approximately how many bytes it holds. */
        long length();

        /** Ends the transfer, which returns its memory now or soon; returns false if it cannot be ended now. */
        boolean evict();
    }

    /** Transfers slower than a poor line of today, 1 Mbit/s, may be evicted, bytes per second. */
    private static final int MAX_EVICTED_RATE = 125_000;
    /** So may those that would hold their memory for longer than this, seconds. */
    private static final double MAX_HOLD_TIME = 60;
    /** Seconds over which the rate is taken; a transfer that began later is never evicted. */
    private static final int WINDOW = 5;

    private final long limit;
    private final AtomicLong held = new AtomicLong();
    private final Set<Transfer> transfers = ConcurrentHashMap.newKeySet();

    /** Creates a budget of {@code limit} bytes. */
    BodyMemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Returns how many bytes are held. */
    long held() {
        return held.get();
    }

    /** Makes {@code transfer} a candidate for eviction. */
    void begin(Transfer transfer) {
        transfers.add(transfer);
    }

    /** Removes {@code transfer} from the candidates for eviction. */
    void end(Transfer transfer) {
        transfers.remove(transfer);
    }

    /**
     * Takes memory, evicting the slowest transfers if necessary.
     *
     * @param taker the transfer that the memory is for, which is not evicted itself; may be null
     * @throws HttpErrorException if not enough memory is available
     */
    void take(long bytes, Transfer taker) {
        while (!tryTake(bytes)) {
            if (!evictOne(taker)) {
                throw HttpErrorException.unavailable(HttpErrorException.Reason.MEMORY);
            }
        }
    }

    private boolean tryTake(long bytes) {
        long before;
        do {
            before = held.get();
            if (before + bytes > limit) {
                return false;
            }
        } while (!held.compareAndSet(before, before + bytes));
        return true;
    }

    private boolean evictOne(Transfer taker) {
        List<Candidate> slowest = transfers.stream()
                .filter(transfer -> transfer != taker && transfer.rate().age() >= WINDOW)
                .map(transfer -> new Candidate(transfer, transfer.rate().perSecond(WINDOW)))
                .filter(candidate ->
                        candidate.rate < Math.max(MAX_EVICTED_RATE, candidate.transfer.length() / MAX_HOLD_TIME))
                .sorted(Comparator.comparingDouble(Candidate::rate))
                .toList();
        return slowest.stream().anyMatch(candidate -> candidate.transfer.evict());
    }

    private record Candidate(Transfer transfer, double rate) {}

    /** Returns memory that was taken. */
    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}
