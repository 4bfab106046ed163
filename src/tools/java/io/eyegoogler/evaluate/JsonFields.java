package io.eyegoogler.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.eyegoogler.Box;
import io.eyegoogler.Point;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A JSON object's properties by type, with errors that say where.
 *
 * @param where what of the file the object is
 */
record JsonFields(JsonObject object, String where) {

    private static final int BOX_NUMBERS = 4;
    private static final int POINT_NUMBERS = 2;

    static JsonFields of(JsonElement json, String where) throws AnnotationException {
        if (!json.isJsonObject()) {
            throw new AnnotationException(where + ": This must be an object.");
        }
        return new JsonFields(json.getAsJsonObject(), where);
    }

    /** A side of a photo, px. */
    int pixels(String name) throws AnnotationException {
        JsonElement value = object.get(name);
        if (!isNumber(value) || value.getAsDouble() < 1) {
            throw wrong(name, "a number of pixels");
        }
        return value.getAsInt();
    }

    /** Whether it is there and true. */
    boolean flag(String name) throws AnnotationException {
        JsonElement value = object.get(name);
        if (value == null) {
            return false;
        }
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value.getAsBoolean();
    }

    JsonArray list(String name) throws AnnotationException {
        JsonElement value = object.get(name);
        if (value == null || !value.isJsonArray()) {
            throw wrong(name, "a list");
        }
        return value.getAsJsonArray();
    }

    Box box(String name) throws AnnotationException {
        double[] numbers = numbers(name, BOX_NUMBERS, "[x, y, width, height]");
        return new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /** The point, or none if it is absent or null. */
    Optional<Point> point(String name) throws AnnotationException {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        double[] numbers = numbers(name, POINT_NUMBERS, "[x, y]");
        return Optional.of(new Point(numbers[0], numbers[1]));
    }

    /** What {@code make} makes, or its refusal as an error at this place. */
    <T> T checked(Supplier<T> make) throws AnnotationException {
        try {
            return make.get();
        } catch (IllegalArgumentException refused) {
            throw new AnnotationException(where + ": " + refused.getMessage() + ".", refused);
        }
    }

    private double[] numbers(String name, int count, String form) throws AnnotationException {
        JsonElement value = object.get(name);
        if (value == null || !value.isJsonArray() || value.getAsJsonArray().size() != count) {
            throw wrong(name, form);
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            JsonElement number = value.getAsJsonArray().get(i);
            if (!isNumber(number)) {
                throw wrong(name, form);
            }
            numbers[i] = number.getAsDouble();
        }
        return numbers;
    }

    private static boolean isNumber(JsonElement value) {
        return value != null
                && value.isJsonPrimitive()
                && value.getAsJsonPrimitive().isNumber()
                && Double.isFinite(value.getAsDouble());
    }

    private AnnotationException wrong(String name, String form) {
        return new AnnotationException(where + ": '" + name + "' must be " + form + ".");
    }
}
