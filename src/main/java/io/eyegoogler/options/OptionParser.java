package io.eyegoogler.options;

import io.eyegoogler.DetectionMode;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Gaze;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.OutputFormat;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads options from text: {@code size}, {@code gaze}, {@code style}, {@code seed}, {@code format}, {@code detection}.
 */
public final class OptionParser {

    private static final Map<String, Gaze> GAZES = new LinkedHashMap<>();

    static {
        GAZES.put("random", Gaze.RANDOM);
        GAZES.put("left", Gaze.LEFT);
        GAZES.put("right", Gaze.RIGHT);
        GAZES.put("up", Gaze.UP);
        GAZES.put("down", Gaze.DOWN);
        GAZES.put("cross", Gaze.CROSS);
        GAZES.put("meet", Gaze.MEET);
    }

    private static final String SIZES = "a number from " + GooglyOptions.MIN_SIZE + " to 3";
    private static final String GAZE_CHOICES = String.join(", ", GAZES.keySet()) + ", degrees from -" + Gaze.MAX_DEGREES
            + " to " + Gaze.MAX_DEGREES + ", or a point X,Y of the photo";

    private OptionParser() {}

    /**
     * Returns {@code defaults} with each option replaced that {@code values} has a text for.
     *
     * @param values returns the text of an option by its name, or null where it isn't given
     * @throws InvalidOptionException if a text isn't a value of its option
     */
    public static GooglyOptions parse(UnaryOperator<String> values, GooglyOptions defaults) {
        return new GooglyOptions(
                parse(values, "size", SIZES, OptionParser::size).orElse(defaults.size()),
                parse(values, "gaze", GAZE_CHOICES, OptionParser::gaze).orElse(defaults.gaze()),
                parse(values, "style", choices(styles()), OptionParser::style).orElse(defaults.style()),
                parse(values, "seed", "a 64-bit integer", OptionParser::seed)
                        .map(OptionalLong::of)
                        .orElse(defaults.seed()),
                parse(values, "format", choices(formats()), OptionParser::format)
                        .orElse(defaults.format()),
                parse(values, "detection", choices(detections()), OptionParser::detection)
                        .or(defaults::detection),
                defaults.eye());
    }

    private static <T> Optional<T> parse(
            UnaryOperator<String> values, String name, String choices, Function<String, Optional<T>> parser) {
        String text = values.apply(name);
        if (text == null) {
            return Optional.empty();
        }
        // Java parses the digits of any script as numbers; the contract's are ASCII.
        return Optional.of(Optional.of(text)
                .filter(value -> value.chars().allMatch(c -> c < 128))
                .flatMap(parser)
                .orElseThrow(() -> new InvalidOptionException(name, text, choices)));
    }

    private static Optional<Double> size(String text) {
        return number(text, GooglyOptions.MIN_SIZE, GooglyOptions.MAX_SIZE);
    }

    private static Optional<Gaze> gaze(String text) {
        String[] point = text.split(",", -1);
        if (point.length == 2) {
            return coordinate(point[0]).flatMap(x -> coordinate(point[1]).map(y -> Gaze.at(x, y)));
        }
        return Optional.ofNullable(GAZES.get(text))
                .or(() -> number(text, -Gaze.MAX_DEGREES, Gaze.MAX_DEGREES).map(Gaze::degrees));
    }

    private static Optional<Double> coordinate(String text) {
        return number(text, -Gaze.MAX_COORDINATE, Gaze.MAX_COORDINATE);
    }

    private static Optional<Double> number(String text, double min, double max) {
        try {
            double number = new BigDecimal(text).doubleValue();
            return number >= min && number <= max ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<Long> seed(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether the option {@code name} is {@code true}; it isn't where it isn't given.
     *
     * @throws InvalidOptionException if its text is neither {@code true} nor {@code false}
     */
    public static boolean flag(String name, UnaryOperator<String> values) {
        List<String> choices = List.of("true", "false");
        return parse(values, name, choices(choices), text -> Optional.of(text).filter(choices::contains))
                .orElse("false")
                .equals("true");
    }

    /** Returns the style with the name {@code id}, if there is one. */
    public static Optional<EyeStyle> style(String id) {
        return Stream.of(EyeStyle.values())
                .filter(style -> style.id().equals(id))
                .findFirst();
    }

    /** Returns the format with the name {@code id}, in any case; {@code jpg} is JPEG too. */
    private static Optional<OutputFormat> format(String id) {
        String name = id.equalsIgnoreCase("jpg") ? OutputFormat.JPEG.id() : id;
        return Stream.of(OutputFormat.values())
                .filter(format -> format.id().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Returns the detection mode with the name {@code id}, if there is one. */
    public static Optional<DetectionMode> detection(String id) {
        return Stream.of(DetectionMode.values())
                .filter(mode -> mode.id().equals(id))
                .findFirst();
    }

    /** Returns the words that {@code gaze} takes. */
    public static List<String> gazes() {
        return List.copyOf(GAZES.keySet());
    }

    /** Returns the word for {@code gaze}, one of {@link #gazes}. */
    public static String word(Gaze gaze) {
        return GAZES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(gaze))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Returns what {@code style} takes. */
    public static List<String> styles() {
        return Arrays.stream(EyeStyle.values()).map(EyeStyle::id).toList();
    }

    /** Returns what {@code format} takes. */
    public static List<String> formats() {
        return Arrays.stream(OutputFormat.values()).map(OutputFormat::id).toList();
    }

    /** Returns what {@code detection} takes. */
    public static List<String> detections() {
        return Arrays.stream(DetectionMode.values()).map(DetectionMode::id).toList();
    }

    private static String choices(List<String> ids) {
        return "one of " + String.join(", ", ids);
    }
}
