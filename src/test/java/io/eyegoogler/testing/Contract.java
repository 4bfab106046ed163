package io.eyegoogler.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The document at {@code /openapi.json}, and whether an answer is as it says. */
public final class Contract {

    /** What HTTP itself adds to an answer, and the type that the document has under {@code content}. */
    private static final Set<String> HEADERS_OF_HTTP =
            Set.of("connection", "content-length", "content-type", "date", "transfer-encoding");
    /** What an operation that there isn't may be answered with. */
    private static final Set<Integer> ANSWERS_TO_OTHERS = Set.of(400, 401, 404, 405, 414, 431, 503);

    private final String text;
    private final JsonObject document;
    private final Schemas schemas;
    private final List<Operation> operations;

    public Contract(String text) {
        this.text = text;
        this.document = JsonParser.parseString(text).getAsJsonObject();
        this.schemas = new Schemas(text);
        this.operations = List.copyOf(findOperations());
    }

    public String text() {
        return text;
    }

    public Node root() {
        return new Node(document, document, "");
    }

    /** All of them. */
    public List<Operation> operations() {
        return operations;
    }

    private List<Operation> findOperations() {
        List<Operation> found = new ArrayList<>();
        root().at("paths").members().forEach((path, item) -> item.members().forEach((method, operation) -> {
            if (!method.equals("parameters")) {
                found.add(new Operation(method.toUpperCase(Locale.ROOT), path, operation, item.at("parameters")));
            }
        }));
        return found;
    }

    /** Fails unless {@code reply} is one that the document gives for {@code method} at {@code path}. */
    public void check(String method, String path, Reply reply) {
        String what = method + " " + path + " answers " + reply.status() + " "
                + reply.headers().map();
        Node response = operations.stream()
                .filter(operation -> operation.method().equals(method) && operation.isAt(path))
                .findFirst()
                .map(operation -> operation.response(reply.status()))
                .orElseGet(() -> responseToOther(path, reply.status()));
        assertTrue(response.exists(), what + ", which the document lacks");
        checkHeaders(response.at("headers"), reply, what);
        if (response.at("content").exists()) {
            checkBody(response.at("content"), reply, !method.equals("HEAD"), what);
        } else {
            assertEquals(0, reply.body().length, what);
        }
    }

    private Node responseToOther(String path, int status) {
        boolean known = operations.stream().anyMatch(operation -> operation.isAt(path));
        boolean possible = ANSWERS_TO_OTHERS.contains(status) && status != (known ? 404 : 405);
        return root().at("components", "responses", possible ? Integer.toString(status) : "none");
    }

    private void checkHeaders(Node declared, Reply reply, String what) {
        List<String> undeclared = reply.headers().map().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !HEADERS_OF_HTTP.contains(name))
                .filter(name -> declared.members().keySet().stream().noneMatch(name::equalsIgnoreCase))
                .toList();
        assertEquals(List.of(), undeclared, what + "; headers that the document lacks");
        declared.members().forEach((name, header) -> {
            String value = reply.header(name);
            if (value != null) {
                checkValue(header.at("schema"), value, what + "; " + name);
            } else {
                assertTrue(!header.json().getAsJsonObject().has("required"), what + "; lacks " + name);
            }
        });
    }

    /** A text as it stands in a header, where numbers look like text too. */
    private void checkValue(Node schema, String value, String what) {
        boolean number = schema.at("type").exists()
                && Set.of("integer", "number").contains(schema.at("type").text());
        checkJson(schema, number ? value : new JsonPrimitive(value).toString(), what);
    }

    private void checkBody(Node content, Reply reply, boolean sent, String what) {
        Node media = content.members().entrySet().stream()
                .filter(entry -> entry.getKey().equals(reply.header("Content-Type"))
                        || entry.getKey().equals(reply.mediaType()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + "; a media type that the document lacks"));
        Node schema = media.at("schema");
        if (!sent) {
            assertEquals(0, reply.body().length, what);
        } else if (reply.mediaType().endsWith("json")) {
            checkJson(schema, reply.text(), what);
        } else if (schema.at("contentMediaType").exists()) {
            assertEquals(schema.at("contentMediaType").text(), reply.mediaType(), what);
            Photos.checkMediaType(reply.mediaType(), reply.body());
        } else if (schema.exists()) {
            checkJson(schema, new JsonPrimitive(reply.text()).toString(), what);
        }
    }

    /** Fails unless {@code json} is as {@code schema} says. */
    public void checkJson(Node schema, String json, String what) {
        assertEquals(List.of(), schemas.errors(schema.pointer(), json), what + "; " + json);
    }

    /** What is wrong with the document by the official schema. */
    public List<String> errors() {
        return Schemas.openApiErrors(text);
    }
}
