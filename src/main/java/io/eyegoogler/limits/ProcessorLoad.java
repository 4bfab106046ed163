package io.eyegoogler.limits;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * How many photos this process is working on, compared with its processors.
 *
 * <p>A photo alone is shared among several threads, so that it is done sooner. Once there is a photo for every
 * processor, more threads would only take turns on them.
 */
public final class ProcessorLoad {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final AtomicInteger PHOTOS = new AtomicInteger();

    private ProcessorLoad() {}

    /** Runs {@code work}, and counts one photo more until it ends. */
    public static <T> T whileWorking(Supplier<T> work) {
        PHOTOS.incrementAndGet();
        try {
            return work.get();
        } finally {
            PHOTOS.decrementAndGet();
        }
    }

    /** Returns whether there are several photos, at least one for each processor. */
    public static boolean isSaturated() {
        return PHOTOS.get() >= Math.max(2, PROCESSORS);
    }
}
