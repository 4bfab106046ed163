package io.eyegoogler.limits;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Divides this process's memory. */
public final class ProcessMemory {

    /** The share of the heap for the bodies of requests and responses. */
    private static final double BODIES = 1.0 / 3;
    /** The share of the heap for pixels and what is computed from them; the rest is for everything else. */
    private static final double PHOTOS = 0.6;
    /** The most that decoders allocate outside the heap, as a share of the heap. */
    private static final double OFF_HEAP = 0.25;
    /**
     * What the process takes in addition to heap and decoders: TensorFlow, code, classes and threads; measured, bytes.
     */
    private static final long BASE = 400L << 20;
    /** Enough to decode a progressive photo of 12 megapixels: 12 · 10⁶ · 1.5 · 2 bytes, rounded up. */
    private static final long MIN_OFF_HEAP = 40L << 20;

    private ProcessMemory() {}

    /** Returns the memory for the bodies of all requests and responses together, bytes. */
    public static long bodies() {
        return (long) (heap() * BODIES);
    }

    /** Returns the memory for all photos that are processed at once. */
    public static MemorySize photos() {
        long spare = machine() - heap() - BASE;
        long offHeap = Math.min((long) (heap() * OFF_HEAP), spare);
        return new MemorySize((long) (heap() * PHOTOS), Math.max(MIN_OFF_HEAP, offHeap));
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory();
    }

    /** Returns the memory of the machine, or of the container if that is less, bytes. */
    private static long machine() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }
}
