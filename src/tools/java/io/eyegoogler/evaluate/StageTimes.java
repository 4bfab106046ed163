package io.eyegoogler.evaluate;

import io.eyegoogler.Stage;
import io.eyegoogler.StageListener;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Measures each step of one photo. */
final class StageTimes implements StageListener {

    private static final double NANOS_PER_MS = 1e6;

    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);

    @Override
    public <T> T around(Stage stage, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        nanos.merge(stage, System.nanoTime() - start, Long::sum);
        return result;
    }

    /** The time that {@code stage} took; 0 if it wasn't run. */
    double milliseconds(Stage stage) {
        return nanos.getOrDefault(stage, 0L) / NANOS_PER_MS;
    }
}
