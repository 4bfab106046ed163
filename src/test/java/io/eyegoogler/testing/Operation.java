package io.eyegoogler.testing;

import java.util.List;
import java.util.stream.Stream;

/**
 * An operation of a {@link Contract}.
 *
 * @param node its own place
 * @param common parameters that all operations at the path have
 */
public record Operation(String method, String path, Node node, Node common) {

    private static final String PARAMETER = "\\{\\w+}";

    /** Whether it is the one for this path, be it with a slash at its end. */
    public boolean isAt(String asked) {
        String withoutSlash = asked.length() > 1 ? asked.replaceFirst("/$", "") : asked;
        return withoutSlash.matches(path.replace(".", "\\.").replaceAll(PARAMETER, "[^/]+"));
    }

    public Node response(int status) {
        return node.at("responses", Integer.toString(status));
    }

    public boolean takesRequestId() {
        return parameters("header")
                .anyMatch(parameter -> parameter.at("name").text().equals("X-Request-Id"));
    }

    public boolean hasBody() {
        return node.at("requestBody").exists();
    }

    public Stream<Node> parameters(String in) {
        return Stream.concat(node.at("parameters").elements().stream(), common.elements().stream())
                .filter(parameter -> parameter.at("in").text().equals(in));
    }

    /** Its paths, one for each value of each parameter in the path. */
    public List<String> paths() {
        return parameters("path")
                .reduce(
                        List.of(path),
                        (paths, parameter) -> paths.stream()
                                .flatMap(each -> parameter.at("schema", "enum").elements().stream()
                                        .map(value -> each.replace(
                                                "{" + parameter.at("name").text() + "}", value.text())))
                                .toList(),
                        (one, other) -> one);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
