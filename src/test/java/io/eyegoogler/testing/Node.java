package io.eyegoogler.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in a document whose references are followed.
 *
 * @param document all of it
 * @param json what is there; JsonNull if nothing is
 * @param pointer where it is, a JSON pointer (RFC 6901)
 */
public record Node(JsonObject document, JsonElement json, String pointer) {

    private static final String REFERENCE = "$ref";

    public boolean exists() {
        return !json.isJsonNull();
    }

    /** What is below here. */
    public Node at(String... keys) {
        Node node = this;
        for (String key : keys) {
            node = node.child(key);
        }
        return node;
    }

    private Node child(String key) {
        JsonElement child = json.isJsonObject() ? json.getAsJsonObject().get(key) : null;
        String place = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
        return new Node(document, child == null ? JsonNull.INSTANCE : child, place).followed();
    }

    private Node followed() {
        if (!json.isJsonObject() || !json.getAsJsonObject().has(REFERENCE)) {
            return this;
        }
        Node root = new Node(document, document, "");
        String target = json.getAsJsonObject().get(REFERENCE).getAsString();
        Node found = root.at(target.substring("#/".length()).split("/"));
        if (!found.exists()) {
            throw new AssertionError(target + " leads nowhere");
        }
        return found;
    }

    /** The members of an object; none if there is none. */
    public Map<String, Node> members() {
        Map<String, Node> members = new LinkedHashMap<>();
        if (json.isJsonObject()) {
            json.getAsJsonObject().keySet().forEach(key -> members.put(key, at(key)));
        }
        return members;
    }

    /** The elements of an array; none if there is none. */
    public List<Node> elements() {
        return json.isJsonArray()
                ? json.getAsJsonArray().asList().stream()
                        .map(element -> new Node(document, element, pointer + "/-").followed())
                        .toList()
                : List.of();
    }

    public String text() {
        return json.getAsString();
    }
}
