package io.eyegoogler;

import java.util.function.Supplier;

/** The steps that every photo goes through, in their order. */
public enum Stage {
    DECODE,
    DETECT,
    DRAW,
    ENCODE;

    /** Stands around each step: to measure it, or to give up before the next. */
    public interface Observer {

        /** Does nothing but the work. */
        Observer NONE = new Observer() {
            @Override
            public <T> T around(Stage stage, Supplier<T> work) {
                return work.get();
            }
        };

        /** Runs {@code work} and returns what it returns, or throws to give up. */
        <T> T around(Stage stage, Supplier<T> work);
    }
}
