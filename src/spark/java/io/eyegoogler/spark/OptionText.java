package io.eyegoogler.spark;

import io.eyegoogler.Gaze;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.options.OptionParser;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Options as one text, as in a URL of the service: {@code style=cat&seed=7}. */
final class OptionText {

    private OptionText() {}

    /**
     * Reads options; those that {@code text} leaves out, or names without a value, have their defaults.
     *
     * @throws InvalidOptionException if a name or a value is unknown, or a name occurs twice
     */
    static GooglyOptions parse(String text) {
        Map<String, String> given = new HashMap<>();
        boolean malformed = false;
        for (String pair : text.isBlank() ? new String[0] : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            malformed |= parts.length < 2 || given.put(parts[0].strip(), parts[1].strip()) != null;
        }
        given.values().removeIf(String::isEmpty);
        Set<String> names = new LinkedHashSet<>();
        GooglyOptions options = OptionParser.parse(
                name -> {
                    names.add(name);
                    return given.get(name);
                },
                GooglyOptions.DEFAULT);
        if (malformed || !names.containsAll(given.keySet())) {
            throw new InvalidOptionException(
                    "options", text, "NAME=VALUE, several joined by &, with the names " + String.join(", ", names));
        }
        return options;
    }

    /** Returns the text that {@link #parse} reads as {@code options}. */
    static String of(GooglyOptions options) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("size", Double.toString(options.size()));
        values.put("gaze", text(options.gaze()));
        values.put("style", options.style().id());
        options.seed().ifPresent(seed -> values.put("seed", Long.toString(seed)));
        values.put("format", options.format().id());
        options.detection().ifPresent(detection -> values.put("detection", detection.id()));
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String text(Gaze gaze) {
        if (gaze instanceof Gaze.Direction direction) {
            return Double.toString(direction.degrees());
        }
        if (gaze instanceof Gaze.Target target) {
            return target.point().x() + "," + target.point().y();
        }
        return OptionParser.word(gaze);
    }
}
