package io.eyegoogler.cli;

import io.eyegoogler.DetectionMode;
import io.eyegoogler.options.OptionParser;
import java.time.Duration;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Convert the text of options; the message of a {@link TypeConversionException} says what was expected. */
final class Converters {

    /** What {@link Integer#parseInt} takes, in ASCII digits. */
    private static final String COUNT = "[0-9]{1,9}|[0-1][0-9]{9}";

    private Converters() {}

    /** Converts a whole number. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches(COUNT)) {
                throw new TypeConversionException("expected a whole number");
            }
            return Integer.parseInt(text);
        }
    }

    /** Converts a size such as {@code 32MB} to bytes. */
    static final class Bytes implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return UnitParser.bytes(text);
        }
    }

    /** Converts a number of pixels such as {@code 50MP}. */
    static final class Pixels implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            long pixels = UnitParser.pixels(text);
            if (pixels < 1) {
                throw new TypeConversionException("expected at least 1 pixel");
            }
            return pixels;
        }
    }

    /** Converts a time such as {@code 10s}. */
    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return UnitParser.duration(text);
        }
    }

    /** Converts a detection mode such as {@code balanced}. */
    static final class Mode implements ITypeConverter<DetectionMode> {
        @Override
        public DetectionMode convert(String text) {
            return OptionParser.detection(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of " + String.join(", ", OptionParser.detections())));
        }
    }

    /** Converts {@code auto} or {@code off}. */
    static final class Heif implements ITypeConverter<HeifMode> {
        @Override
        public HeifMode convert(String text) {
            return Stream.of(HeifMode.values())
                    .filter(mode -> mode.name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected auto or off"));
        }
    }

    /** Converts a log format such as {@code json}. */
    static final class Format implements ITypeConverter<LogFormat> {
        @Override
        public LogFormat convert(String text) {
            return Stream.of(LogFormat.values())
                    .filter(format -> format.name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected text or json"));
        }
    }
}
