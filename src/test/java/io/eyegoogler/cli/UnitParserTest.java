package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class UnitParserTest {

    @ParameterizedTest
    @CsvSource({"32MB, 33554432", "1.5 kb, 1536", "512, 512", "2G, 2147483648"})
    void sizes_areBytes(String text, long bytes) {
        assertEquals(bytes, UnitParser.bytes(text));
    }

    @Test
    void pixelsAndTimes_haveTheirUnits() {
        assertEquals(50_000_000, UnitParser.pixels("50MP"));
        assertEquals(2_500_000, UnitParser.pixels("2.5mp"));
        assertEquals(Duration.ofSeconds(10), UnitParser.duration("10s"));
        assertEquals(Duration.ofMillis(250), UnitParser.duration("250ms"));
        assertEquals(Duration.ofMinutes(2), UnitParser.duration("2m"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MB", "-1MB", "32 parsecs", "1e9", "99999999999999999999MB"})
    void anythingElse_isAnError(String text) {
        assertThrows(TypeConversionException.class, () -> UnitParser.bytes(text));
    }
}
