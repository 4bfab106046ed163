package io.eyegoogler.limits;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How this process's memory is shared out. */
public final class ProcessMemory {

    /** Of the heap, for the bodies of requests and answers: 1/3. */
    private static final double BODIES = 1.0 / 3;
    /** Of the heap, for pixels and what is made of them; what is left is for everything else. */
    private static final double PHOTOS = 0.6;
    /** At most this much is allocated outside the heap by decoders, as a share of the heap. */
    private static final double OFF_HEAP = 0.25;
    /** What the process takes beside heap and decoders: TensorFlow, code, classes and threads, as measured, bytes. */
    private static final long BASE = 400L << 20;
    /** A progressive photo of 12 megapixels can always be decoded: 12 · 10⁶ · 1.5 · 2 bytes, rounded up. */
    private static final long MIN_OFF_HEAP = 40L << 20;

    private ProcessMemory() {}

    /** For the bodies of all requests and answers together, bytes. */
    public static long bodies() {
        return (long) (heap() * BODIES);
    }

    /** For the pixels of all photos that are worked on. */
    public static MemorySize photos() {
        long spare = machine() - heap() - BASE;
        long offHeap = Math.min((long) (heap() * OFF_HEAP), spare);
        return new MemorySize((long) (heap() * PHOTOS), Math.max(MIN_OFF_HEAP, offHeap));
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory();
    }

    /** The memory of the machine, or of the container if that is less, bytes. */
    private static long machine() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }
}
