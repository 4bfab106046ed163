package io.eyegoogler.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills placeholders in JSON: a string that is just <code>${name}</code> becomes the value, of whatever type; within a
 * longer string, the placeholder becomes the value's text. An object at key {@code ...} is replaced by its members.
 */
final class JsonTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final String SPREAD = "...";

    private final Map<String, JsonElement> values;

    JsonTemplate(Map<String, JsonElement> values) {
        this.values = values;
    }

    /** Returns {@code template} with its placeholders filled; throws if one has no value. */
    JsonElement fill(JsonElement template) {
        if (template instanceof JsonObject object) {
            return fill(object);
        }
        if (template instanceof JsonArray array) {
            JsonArray filled = new JsonArray();
            array.forEach(element -> filled.add(fill(element)));
            return filled;
        }
        return template instanceof JsonPrimitive primitive && primitive.isString()
                ? fill(primitive.getAsString())
                : template;
    }

    private JsonObject fill(JsonObject object) {
        JsonObject filled = new JsonObject();
        object.asMap().forEach((key, element) -> {
            if (key.equals(SPREAD)) {
                fill(element).getAsJsonObject().asMap().forEach(filled::add);
            } else {
                filled.add(fill(key).getAsString(), fill(element));
            }
        });
        return filled;
    }

    private JsonElement fill(String text) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        return placeholder.matches()
                ? value(placeholder.group(1)).deepCopy()
                : new JsonPrimitive(placeholder.replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1)).getAsString())));
    }

    private JsonElement value(String name) {
        JsonElement value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No value for ${" + name + "}");
        }
        return value;
    }
}
