package io.eyegoogler;

import java.util.function.Supplier;

/** Wraps each step of the work on a photo, for example to time it. */
public interface StageListener {

    /** Does the work and nothing else. */
    StageListener NONE = new StageListener() {
        @Override
        public <T> T around(Stage stage, Supplier<T> work) {
            return work.get();
        }
    };

    /**
     * Runs one step.
     *
     * @return what {@code work} returns
     */
    <T> T around(Stage stage, Supplier<T> work);
}
