package io.eyegoogler.http;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the bodies of all requests and answers together may hold, whatever the number of clients and however
 * slowly they send or read. When it runs short, the slowest transfer goes rather than the newcomer.
 *
 * <p>It counts bytes that are there, not bytes that were announced.
 */
final class BodyMemoryBudget {

    /** A body on its way in or out. */
    interface Transfer {

        /** How fast it has been lately. */
        TransferRate rate();

        /** Bytes that it holds, about. */
        long length();

        /** Ends the transfer and gives its memory back, at once or soon; returns false if it can't be ended now. */
        boolean evict();
    }

    /** Transfers slower than this may be ended for others: a poor line of today, 1 Mbit/s, bytes a second. */
    private static final int MAX_EVICTED_RATE = 125_000;
    /** And so may those that would hold what they hold for longer than this, s. */
    private static final double MAX_HELD = 60;
    /** A transfer is judged by this many seconds, so that one that has just begun isn't taken for slow. */
    private static final int WINDOW = 5;

    private final long limit;
    private final AtomicLong held = new AtomicLong();
    private final Set<Transfer> transfers = ConcurrentHashMap.newKeySet();

    /** A memory of {@code limit} bytes. */
    BodyMemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Bytes that are held now. */
    long held() {
        return held.get();
    }

    /** From now on {@code transfer} may be ended for others. */
    void begin(Transfer transfer) {
        transfers.add(transfer);
    }

    /** From now on {@code transfer} is left alone. */
    void end(Transfer transfer) {
        transfers.remove(transfer);
    }

    /**
     * Takes so many bytes, at the cost of the slowest transfers if need be.
     *
     * @param taker the transfer that they are for, which isn't ended itself
     * @throws HttpErrorException if there aren't so many
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
        List<Slow> slowest = transfers.stream()
                .filter(transfer -> transfer != taker && transfer.rate().age() >= WINDOW)
                .map(transfer -> new Slow(transfer, transfer.rate().perSecond(WINDOW)))
                .filter(slow -> slow.rate < Math.max(MAX_EVICTED_RATE, slow.transfer.length() / MAX_HELD))
                .sorted(Comparator.comparingDouble(Slow::rate))
                .toList();
        return slowest.stream().anyMatch(slow -> slow.transfer.evict());
    }

    private record Slow(Transfer transfer, double rate) {}

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}
