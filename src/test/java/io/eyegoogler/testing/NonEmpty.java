package io.eyegoogler.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;

/** Guards tests of each element of something: without an element they would pass. */
public final class NonEmpty {

    private NonEmpty() {}

    /** The same elements; fails if there is none. */
    public static <T> Stream<T> stream(Stream<T> elements) {
        List<T> all = elements.toList();
        assertFalse(all.isEmpty(), "There is nothing to test");
        return all.stream();
    }
}
