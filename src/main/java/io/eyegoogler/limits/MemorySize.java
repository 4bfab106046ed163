package io.eyegoogler.limits;

/**
 * An amount of memory.
 *
 * @param heap bytes of Java objects
 * @param offHeap bytes that native libraries allocate, as libjpeg does for the coefficients of a progressive JPEG
 */
public record MemorySize(long heap, long offHeap) {

    /** Returns the sum of both. */
    public MemorySize plus(MemorySize more) {
        return new MemorySize(heap + more.heap, offHeap + more.offHeap);
    }

    MemorySize minus(MemorySize less) {
        return new MemorySize(heap - less.heap, offHeap - less.offHeap);
    }

    /** Returns the smaller heap and the smaller off-heap size of both. */
    public MemorySize atMost(MemorySize limit) {
        return new MemorySize(Math.min(heap, limit.heap), Math.min(offHeap, limit.offHeap));
    }

    /** Returns whether this is no more than {@code capacity}. */
    public boolean fits(MemorySize capacity) {
        return heap <= capacity.heap && offHeap <= capacity.offHeap;
    }
}
