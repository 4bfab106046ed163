package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonParser;
import io.eyegoogler.testing.Contract;
import io.eyegoogler.testing.Form;
import io.eyegoogler.testing.Node;
import io.eyegoogler.testing.NonEmpty;
import io.eyegoogler.testing.Operation;
import io.eyegoogler.testing.OtherFiles;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Reply;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sends each value that the document names for an option, and some just beyond, and each kind of body. */
class ContractOptionsTest {

    /** A step beyond a bound. */
    private static final BigDecimal BEYOND = new BigDecimal("0.001");

    private static final BigDecimal BEYOND_LONG =
            BigDecimal.valueOf(Long.MAX_VALUE).add(BigDecimal.ONE);
    private static final String FORM = "multipart/form-data";
    /** The portrait by libwebp's encoder: Java has no writer of WebP. */
    private static final byte[] WEBP = Photos.resource("/webp/portrait.webp");

    @Shared
    private static Service service;

    private static Contract contract;

    @BeforeAll
    static void readContract() {
        contract = service.contract();
    }

    private static Stream<Operation> operationsWithBody() {
        return NonEmpty.stream(contract.operations().stream().filter(Operation::hasBody));
    }

    @TestFactory
    Stream<DynamicTest> optionValue_thatTheDocumentHas_isTaken() {
        return eachOption((path, option) -> NonEmpty.stream(accepted(option.at("schema")).stream())
                .forEach(value -> {
                    String name = option.at("name").text();
                    assertEquals(200, inQuery(path, name, value).status(), value);
                    assertEquals(200, inForm(path, name, value).status(), value);
                }));
    }

    @TestFactory
    Stream<DynamicTest> optionValue_thatTheDocumentLacks_is400() {
        return eachOption((path, option) -> NonEmpty.stream(rejected(option.at("schema")).stream())
                .forEach(value -> {
                    String name = option.at("name").text();
                    assertRefused(option, inQuery(path, name, value), value);
                    assertRefused(option, inForm(path, name, value), value);
                }));
    }

    /** The sentence lists what the code takes; an enumeration in the document must be just that. */
    private static void assertRefused(Node option, Reply reply, String value) {
        assertEquals(400, reply.status(), value);
        String detail = JsonParser.parseString(reply.text())
                .getAsJsonObject()
                .get("detail")
                .getAsString();
        String expected =
                "Invalid value '" + value + "' for option '" + option.at("name").text() + "': expected ";
        assertTrue(detail.startsWith(expected), detail);
        List<String> members = texts(option.at("schema", "enum"));
        if (!members.isEmpty()) {
            assertEquals(expected + "one of " + String.join(", ", members) + ".", detail);
        }
    }

    private interface OptionTest {
        void run(String path, Node option);
    }

    private static Stream<DynamicTest> eachOption(OptionTest test) {
        return operationsWithBody().flatMap(operation -> NonEmpty.stream(operation.parameters("query"))
                .map(option -> dynamicTest(
                        operation + " " + option.at("name").text(), () -> test.run(operation.path(), option))));
    }

    private static Reply inQuery(String path, String name, String value) {
        String query = "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return Reply.of(service.upload(path + query, Photos.PORTRAIT));
    }

    private static Reply asJson(String path) {
        return Reply.of(service.send(HttpRequest.newBuilder(service.uri(path))
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(Photos.PORTRAIT))));
    }

    private static Reply inForm(String path, String name, String value) {
        return Reply.of(service.upload(path, new Form().field(name, value).file("file", "a.png", Photos.PORTRAIT)));
    }

    /** All members of an enumeration, both ends of a range, examples, and the default. */
    private static Set<String> accepted(Node schema) {
        Set<String> values = new TreeSet<>(texts(schema.at("enum")));
        values.addAll(texts(schema.at("examples")));
        // Sent empty, as plain HTML forms do, an option counts as not sent.
        values.add("");
        schema.at("anyOf").elements().forEach(choice -> values.addAll(accepted(choice)));
        Stream.of("minimum", "maximum", "default")
                .map(schema::at)
                .filter(Node::exists)
                .forEach(value -> values.add(value.text()));
        if (isLong(schema)) {
            values.addAll(List.of(Long.toString(Long.MIN_VALUE), Long.toString(Long.MAX_VALUE)));
        }
        return values;
    }

    /** A little beyond each range, members with a letter too many, and what is neither name nor number. */
    private static Set<String> rejected(Node schema) {
        Set<String> values = new TreeSet<>(Set.of("nonsense", "NaN", "1e9999", "ünsinn&=%", "٤٥"));
        schema.at("anyOf").elements().forEach(choice -> values.addAll(rejected(choice)));
        texts(schema.at("enum")).forEach(member -> values.add(member + "s"));
        if (schema.at("minimum").exists()) {
            values.add(schema.at("minimum")
                    .json()
                    .getAsBigDecimal()
                    .subtract(BEYOND)
                    .toString());
            values.add(schema.at("maximum").json().getAsBigDecimal().add(BEYOND).toString());
        }
        if (isLong(schema)) {
            values.addAll(List.of("1.5", BEYOND_LONG.toString()));
        }
        return values;
    }

    private static boolean isLong(Node schema) {
        return schema.at("format").exists() && schema.at("format").text().equals("int64");
    }

    private static List<String> texts(Node array) {
        return array.elements().stream().map(Node::text).toList();
    }

    @TestFactory
    Stream<DynamicTest> answer_isOfEachTypeThatTheDocumentHas() {
        return NonEmpty.stream(operationsWithBody()
                        .filter(operation -> operation.parameters("query").anyMatch(ContractOptionsTest::isFormat)))
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    Node format = operation
                            .parameters("query")
                            .filter(ContractOptionsTest::isFormat)
                            .findFirst()
                            .orElseThrow();
                    Set<String> types = texts(format.at("schema", "enum")).stream()
                            .map(value ->
                                    inQuery(operation.path(), "format", value).mediaType())
                            .collect(Collectors.toCollection(TreeSet::new));
                    types.add(asJson(operation.path()).mediaType());
                    assertEquals(operation.response(200).at("content").members().keySet(), types);
                }));
    }

    private static boolean isFormat(Node option) {
        return option.at("name").text().equals("format");
    }

    @TestFactory
    Stream<DynamicTest> body_ofEachTypeThatTheDocumentHas_isTaken() {
        return operationsWithBody().flatMap(operation -> NonEmpty.stream(
                        operation.node().at("requestBody", "content").members().keySet().stream())
                .map(type -> dynamicTest(operation + " " + type, () -> {
                    Form form = new Form().file("file", "a.png", Photos.PORTRAIT);
                    byte[] body = type.equals(FORM) ? form.body() : photo(type);
                    Reply reply = Reply.of(service.send(HttpRequest.newBuilder(service.uri(operation.path()))
                            .header("Content-Type", type.equals(FORM) ? form.contentType() : type)
                            .POST(BodyPublishers.ofByteArray(body))));
                    assertEquals(200, reply.status(), reply.text());
                    assertEquals("1", reply.header("X-Faces"));
                })));
    }

    private static byte[] photo(String mediaType) {
        if (mediaType.equals("image/webp")) {
            return WEBP;
        }
        if (mediaType.equals("image/heic") || mediaType.equals("image/avif")) {
            return Photos.resource("/heif/portrait." + mediaType.replace("image/", ""));
        }
        if (OtherFiles.has(mediaType)) {
            return OtherFiles.encodeAs(mediaType, Photos.portrait());
        }
        byte[] file = Photos.encodeAs(mediaType, Photos.portrait());
        Photos.checkMediaType(mediaType, file);
        return file;
    }
}
