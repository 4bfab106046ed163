package io.eyegoogler;

import io.eyegoogler.eyes.EyeStyle;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a caller may ask of googly eyes.
 *
 * @param size a factor on the eyes' size, 0.25..3
 * @param gaze where they look
 * @param style how they look
 * @param seed of chance: the same photo, options and seed give the same bytes; empty to have one drawn
 * @param format of the file that is written
 * @param detection how hard to look for faces; empty for what {@link EyeGooglerConfig} say
 */
public record GooglyOptions(
        double size,
        Gaze gaze,
        EyeStyle style,
        OptionalLong seed,
        PhotoFormat format,
        Optional<DetectionMode> detection) {

    /** Eyes of the usual size that look anywhere, drawn anew each time, as PNG. */
    public static final GooglyOptions DEFAULT = new GooglyOptions(
            1, Gaze.RANDOM, EyeStyle.CLASSIC, OptionalLong.empty(), PhotoFormat.PNG, Optional.empty());

    public static final double LEAST_SIZE = 0.25;
    public static final double GREATEST_SIZE = 3;
    /** Degrees. */
    public static final int GREATEST_GAZE = Gaze.FULL_TURN;

    private static final String SIZES = "a number from " + LEAST_SIZE + " to 3";

    public GooglyOptions {
        if (!(size >= LEAST_SIZE && size <= GREATEST_SIZE)) {
            throw new InvalidOptionException("size", Double.toString(size), SIZES);
        }
    }

    /**
     * Options from text: {@code size}, {@code gaze}, {@code style}, {@code seed}, {@code format},
     * {@code detection}.
     *
     * @param values gives the text of an option by its name, or null to leave it as it is here
     * @throws InvalidOptionException if a text isn't taken
     */
    public GooglyOptions with(UnaryOperator<String> values) {
        return new GooglyOptions(
                parse(values, "size", SIZES, GooglyOptions::size).orElse(size),
                parse(values, "gaze", Gaze.CHOICES, Gaze::parse).orElse(gaze),
                parse(values, "style", "one of " + EyeStyle.choices(), EyeStyle::of)
                        .orElse(style),
                parse(values, "seed", "a 64-bit integer", GooglyOptions::seed)
                        .map(OptionalLong::of)
                        .orElse(seed),
                parse(values, "format", formats(), PhotoFormat::of).orElse(format),
                parse(values, "detection", "one of " + DetectionMode.choices(), DetectionMode::of)
                        .or(() -> detection));
    }

    /** What {@code gaze} takes beside degrees, which go from minus to plus {@link #GREATEST_GAZE}. */
    public static List<String> gazes() {
        return Gaze.names();
    }

    /** What {@code style} takes. */
    public static List<String> styles() {
        return EyeStyle.ids();
    }

    /** What {@code detection} takes. */
    public static List<String> detections() {
        return Arrays.stream(DetectionMode.values()).map(DetectionMode::id).toList();
    }

    /** These options with that seed. */
    public GooglyOptions withSeed(long newSeed) {
        return new GooglyOptions(size, gaze, style, OptionalLong.of(newSeed), format, detection);
    }

    /** These options with that format. */
    public GooglyOptions withFormat(PhotoFormat newFormat) {
        return new GooglyOptions(size, gaze, style, seed, newFormat, detection);
    }

    /** These options with that detection. */
    public GooglyOptions withDetection(DetectionMode newDetection) {
        return new GooglyOptions(size, gaze, style, seed, format, Optional.of(newDetection));
    }

    private static <T> Optional<T> parse(
            UnaryOperator<String> values, String name, String choices, Function<String, Optional<T>> parser) {
        String text = values.apply(name);
        if (text == null) {
            return Optional.empty();
        }
        // Java's parsers of numbers take the digits of any script, the contract takes ASCII alone.
        return Optional.of(Optional.of(text)
                .filter(value -> value.chars().allMatch(c -> c < 128))
                .flatMap(parser)
                .orElseThrow(() -> new InvalidOptionException(name, text, choices)));
    }

    private static Optional<Double> size(String text) {
        try {
            double size = new BigDecimal(text).doubleValue();
            return size >= LEAST_SIZE && size <= GREATEST_SIZE ? Optional.of(size) : Optional.empty();
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

    private static String formats() {
        return "one of "
                + Arrays.stream(PhotoFormat.values()).map(PhotoFormat::id).collect(Collectors.joining(", "));
    }
}
