package io.eyegoogler.http;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Gaze;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.Point;
import io.eyegoogler.options.OptionParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the option {@code eyes}: a JSON array of {@code {"x": 227.5, "y": 252.4, "radius": 31.0, "roll": 0.1, "side":
 * "right", "pupil": {"x": 0.3, "y": -0.8}, "style": "cat"}}, of which all but the first three may be left out.
 *
 * <p>Reading is strict (RFC 8259; no unknown, repeated or null members) and takes time and memory in proportion to the
 * text, whatever it holds. An error names the entry, counted from 0, as in {@code eyes[2].radius}.
 */
final class EyeListReader {

    static final String OPTION = "eyes";
    /** Entries of a list: more than the eyes on any photo. */
    static final int MAX_EYES = 2000;
    /** Of a list's text, bytes: twice what {@link #MAX_EYES} entries need whose numbers have 17 digits each. */
    static final int MAX_BYTES = 1 << 20;

    static final int MAX_COORDINATE = Gaze.MAX_COORDINATE;
    /** More than the diagonal of a square photo of a gigapixel, px. */
    static final int MAX_RADIUS = 100_000;
    /** Some turns either way, radians. */
    static final int MAX_ROLL = 100;

    private static final String MEMBERS = "the members x, y, radius, roll, side, pupil and style";
    private static final String PUPIL_MEMBERS = "the members x and y";

    private final JsonReader reader;

    private EyeListReader(String json) {
        reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
    }

    /**
     * Returns the eyes in {@code json}.
     *
     * @throws InvalidOptionException if an entry has an invalid value
     * @throws HttpErrorException if it is malformed in another way
     */
    static List<Eye> read(String json) {
        EyeListReader list = new EyeListReader(json);
        try {
            return list.read();
        } catch (IOException malformed) {
            // The path begins with $ for the whole.
            String place = OPTION + list.reader.getPath().substring(1);
            throw HttpErrorException.badRequest(
                    "The option 'eyes' is not well-formed JSON at " + place + "; send a JSON array.");
        }
    }

    private List<Eye> read() throws IOException {
        require(JsonToken.BEGIN_ARRAY, OPTION, "a JSON array");
        reader.beginArray();
        List<Eye> eyes = new ArrayList<>();
        List<Boolean> sided = new ArrayList<>();
        while (reader.hasNext()) {
            if (eyes.size() == MAX_EYES) {
                throw HttpErrorException.badRequest("The option 'eyes' has more than " + MAX_EYES + " entries.");
            }
            entry(OPTION + "[" + eyes.size() + "]", eyes, sided);
        }
        reader.endArray();
        // Anything that follows is malformed.
        reader.peek();
        return EyeSides.complete(eyes, sided);
    }

    private void entry(String place, List<Eye> eyes, List<Boolean> sided) throws IOException {
        Set<String> members = begin(place);
        Double x = null;
        Double y = null;
        Double radius = null;
        double roll = 0;
        Eye.Side side = null;
        Point pupil = Eye.PUPIL_AT_REST;
        EyeStyle style = null;
        while (reader.hasNext()) {
            String name = name(place, members);
            String member = place + "." + name;
            switch (name) {
                case "x" -> x = number(member, -MAX_COORDINATE, MAX_COORDINATE);
                case "y" -> y = number(member, -MAX_COORDINATE, MAX_COORDINATE);
                case "radius" -> radius = number(member, 0, MAX_RADIUS);
                case "roll" -> roll = number(member, -MAX_ROLL, MAX_ROLL);
                case "side" -> side = side(member);
                case "pupil" -> pupil = pupil(member);
                case "style" -> style = style(member);
                default -> throw new InvalidOptionException(place, name, MEMBERS);
            }
        }
        reader.endObject();
        Point center = new Point(given(place + ".x", x), given(place + ".y", y));
        eyes.add(new Eye(
                side == null ? Eye.Side.RIGHT : side,
                center,
                given(place + ".radius", radius),
                roll,
                pupil,
                Optional.ofNullable(style)));
        sided.add(side != null);
    }

    private Set<String> begin(String place) throws IOException {
        require(JsonToken.BEGIN_OBJECT, place, "a JSON object");
        reader.beginObject();
        return new HashSet<>();
    }

    private String name(String place, Set<String> members) throws IOException {
        String name = reader.nextName();
        if (!members.add(name)) {
            throw HttpErrorException.badRequest(place + " has the member " + name + " twice; send it once.");
        }
        return name;
    }

    private static double given(String place, Double value) {
        if (value == null) {
            throw HttpErrorException.badRequest(place + " is missing; send a number.");
        }
        return value;
    }

    private double number(String place, double min, double max) throws IOException {
        String range = String.format(Locale.ROOT, "a number from %.0f to %.0f", min, max);
        require(JsonToken.NUMBER, place, range);
        String text = reader.nextString();
        double number = Double.parseDouble(text);
        if (!(number >= min && number <= max)) {
            throw new InvalidOptionException(place, text, range);
        }
        return number;
    }

    private String text(String place, List<String> choices) throws IOException {
        String sentence = "one of " + String.join(", ", choices);
        require(JsonToken.STRING, place, sentence);
        String text = reader.nextString();
        if (!choices.contains(text)) {
            throw new InvalidOptionException(place, text, sentence);
        }
        return text;
    }

    private Eye.Side side(String place) throws IOException {
        return text(place, List.of("right", "left")).equals("right") ? Eye.Side.RIGHT : Eye.Side.LEFT;
    }

    private EyeStyle style(String place) throws IOException {
        return OptionParser.style(text(place, OptionParser.styles())).orElseThrow();
    }

    private Point pupil(String place) throws IOException {
        Set<String> members = begin(place);
        Double x = null;
        Double y = null;
        while (reader.hasNext()) {
            String name = name(place, members);
            switch (name) {
                case "x" -> x = number(place + ".x", -1, 1);
                case "y" -> y = number(place + ".y", -1, 1);
                default -> throw new InvalidOptionException(place, name, PUPIL_MEMBERS);
            }
        }
        reader.endObject();
        Point pupil = new Point(given(place + ".x", x), given(place + ".y", y));
        if (!Eye.isPupil(pupil)) {
            throw new InvalidOptionException(place, pupil.x() + "," + pupil.y(), "a point within the unit disc");
        }
        return pupil;
    }

    private void require(JsonToken token, String place, String choices) throws IOException {
        JsonToken found = reader.peek();
        if (found != token) {
            String kind = found.name().toLowerCase(Locale.ROOT).replace("begin_", "");
            throw new InvalidOptionException(place, "JSON " + kind, choices);
        }
    }
}
