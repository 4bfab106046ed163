package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitFormatTest {

    @ParameterizedTest
    @CsvSource({"512, 512 bytes", "1536, 1.5 kB", "33554432, 32 MB", "33554431, 31.9 MB", "2147483646, 2047.9 MB"})
    void bytes_areRoundedDown(long bytes, String text) {
        assertEquals(text, UnitFormat.bytes(bytes));
    }

    @Test
    void pixelsAndTimes_haveTheirUnits() {
        assertEquals("50 megapixels", UnitFormat.pixels(50_000_000));
        assertEquals("98,765 pixels", UnitFormat.pixels(98_765));
        assertEquals("10 s", UnitFormat.seconds(Duration.ofSeconds(10)));
        assertEquals("1.5 s", UnitFormat.seconds(Duration.ofMillis(1_500)));
    }
}
