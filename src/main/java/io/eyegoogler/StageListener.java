package io.eyegoogler;

import java.util.function.Supplier;

/**
 * Wraps each stage of the work on a photo, for example to time it:
 *
 * <pre>{@code
 * StageListener timer = new StageListener() {
 *     public <T> T around(Stage stage, Supplier<T> work) {
 *         long start = System.nanoTime();
 *         try {
 *             return work.get();
 *         } finally {
 *             System.out.println(stage + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
 *         }
 *     }
 * };
 * }</pre>
 */
public interface StageListener {

    /** Runs each stage and does nothing else. */
    StageListener NONE = new StageListener() {
        @Override
        public <T> T around(Stage stage, Supplier<T> work) {
            return work.get();
        }
    };

    /**
     * Runs one stage, on the thread that called {@link EyeGoogler}.
     *
     * @param <T> the type of the result
     * @param stage that begins
     * @param work the stage itself, to be run once
     * @return what {@code work} returns
     */
    <T> T around(Stage stage, Supplier<T> work);
}
