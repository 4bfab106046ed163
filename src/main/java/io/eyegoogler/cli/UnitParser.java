package io.eyegoogler.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Parses numbers with a unit, as people write them in settings. */
final class UnitParser {

    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?)\\s*([A-Za-z]*)");
    /** 1 kB = 1,024 bytes, as in nginx and Docker. */
    private static final Map<String, Long> BYTES = Map.of(
            "", 1L, "B", 1L, "KB", 1L << 10, "K", 1L << 10, "MB", 1L << 20, "M", 1L << 20, "GB", 1L << 30, "G",
            1L << 30);

    private static final Map<String, Long> PIXELS = Map.of("", 1L, "MP", 1_000_000L);
    private static final Map<String, Long> MILLISECONDS = Map.of("MS", 1L, "S", 1_000L, "M", 60_000L);

    private UnitParser() {}

    /** Parses a size such as {@code 32MB}; returns bytes. */
    static long bytes(String text) {
        return parse(text, BYTES, "a size such as 32MB");
    }

    /** Parses a number of pixels such as {@code 50MP}. */
    static long pixels(String text) {
        return parse(text, PIXELS, "a number of pixels such as 50MP");
    }

    /** Parses a time such as {@code 10s}. */
    static Duration duration(String text) {
        return Duration.ofMillis(parse(text, MILLISECONDS, "a time such as 10s or 500ms"));
    }

    private static long parse(String text, Map<String, Long> units, String expected) {
        Matcher quantity = QUANTITY.matcher(text.strip());
        if (quantity.matches()) {
            Long unit = units.get(quantity.group(2).toUpperCase(Locale.ROOT));
            if (unit != null) {
                return new BigDecimal(quantity.group(1))
                        .multiply(BigDecimal.valueOf(unit))
                        .longValue();
            }
        }
        throw new TypeConversionException("expected " + expected);
    }
}
