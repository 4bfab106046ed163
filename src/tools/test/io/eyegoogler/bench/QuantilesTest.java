package io.eyegoogler.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void median_ofAnOddNumber_isTheMiddleOne() {
        assertEquals(2, Quantiles.median(List.of(3.0, 1.0, 2.0)));
    }

    @Test
    void median_ofAnEvenNumber_isTheMeanOfTheTwoInTheMiddle() {
        assertEquals(2.5, Quantiles.median(List.of(4.0, 1.0, 3.0, 2.0)));
    }

    @Test
    void of_aShare_isTheNearestRank() {
        Quantiles hundred = new Quantiles(
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList());
        assertEquals(99, hundred.of(0.99));
        assertEquals(100, hundred.of(1));
        assertEquals(1, hundred.of(0));
    }

    @Test
    void quantiles_ofNothing_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Quantiles(List.of()));
    }
}
