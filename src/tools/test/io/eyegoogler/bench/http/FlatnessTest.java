package io.eyegoogler.bench.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlatnessTest {

    private static final double FACTOR = 1.05;

    @Test
    void flatness_ofWhatGrowsWhileWarmingUpOnly_isFlat() {
        assertTrue(Flatness.of(values(i -> Math.min(i, 25)), FACTOR, 0).isFlat());
    }

    @Test
    void flatness_ofALeak_isNotFlat() {
        assertFalse(Flatness.of(values(i -> 1000 + i * 2), FACTOR, 0).isFlat());
    }

    @Test
    void flatness_withinTheTolerance_isFlat() {
        assertTrue(Flatness.of(values(i -> i < 60 ? 20 : 23), 1, 3).isFlat());
        assertFalse(Flatness.of(values(i -> i < 60 ? 20 : 24), 1, 3).isFlat());
    }

    @Test
    void flatness_ofTooFewValues_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> Flatness.of(List.of(1.0, 2.0, 3.0), 1, 0));
    }

    private static List<Double> values(DoubleUnaryOperator value) {
        return IntStream.range(0, 100).mapToObj(i -> value.applyAsDouble(i)).toList();
    }
}
