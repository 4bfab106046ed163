package io.eyegoogler.limits;

/**
 * An amount of memory.
 *
 * @param heap bytes of Java objects
 * @param offHeap bytes that native libraries allocate, such as libjpeg for the coefficients of a progressive JPEG
 */
public record MemorySize(long heap, long offHeap) {

    public static final MemorySize NONE = new MemorySize(0, 0);

    MemorySize plus(MemorySize more) {
        return new MemorySize(heap + more.heap, offHeap + more.offHeap);
    }

    MemorySize minus(MemorySize less) {
        return new MemorySize(heap - less.heap, offHeap - less.offHeap);
    }

    /** The smaller of each of the two. */
    public MemorySize atMost(MemorySize limit) {
        return new MemorySize(Math.min(heap, limit.heap), Math.min(offHeap, limit.offHeap));
    }

    /** Whether {@code room} has place for this. */
    public boolean fits(MemorySize room) {
        return heap <= room.heap && offHeap <= room.offHeap;
    }
}
