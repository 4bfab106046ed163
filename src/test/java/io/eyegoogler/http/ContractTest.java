package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.eyegoogler.testing.Contract;
import io.eyegoogler.testing.NonEmpty;
import io.eyegoogler.testing.Operation;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Reply;
import io.eyegoogler.testing.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls each operation of the document for each status. An answer that the document lacks fails, here and wherever else
 * a {@link Service} gives one; so does one that the document has and nobody gets.
 */
class ContractTest {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    /** Longer than the server takes a request's line or headers, characters. */
    private static final int TOO_LONG = 20_000;

    private static final int SMALL_UPLOAD = 1_000;
    /** For what is refused before any body is read: the connection is closed at once, and to write on would fail. */
    private static final byte[] NOTHING = {};

    private static final byte[] DAMAGED = Arrays.copyOf(Photos.PORTRAIT, Photos.PORTRAIT.length / 2);

    private static Service service;
    private static Service small;
    private static Service broken;
    private static Service locked;
    private static Contract contract;
    /** Uploads that stall; begun before all else, since each waits for 10 s. */
    private static final Map<Operation, CompletableFuture<Reply>> STALLED = new HashMap<>();
    /** What a service answers that is about to stop. */
    private static final Map<Operation, Reply> STOPPING = new HashMap<>();

    /** How to get each status, from an operation at one of its paths. */
    private static final Map<String, BiFunction<Operation, String, Reply>> WAYS = Map.ofEntries(
            Map.entry("200", (operation, path) -> ask(service, operation, path, Photos.PORTRAIT)),
            Map.entry(
                    "304",
                    (operation, path) -> send(
                            service,
                            request(service, operation, path, Photos.PORTRAIT).header("If-None-Match", "*"))),
            Map.entry(
                    "414", (operation, path) -> ask(service, operation, path + "?a=" + "b".repeat(TOO_LONG), NOTHING)),
            Map.entry(
                    "431",
                    (operation, path) -> send(
                            service,
                            request(service, operation, path, NOTHING).header("X-Long", "x".repeat(TOO_LONG)))),
            Map.entry("503", (operation, path) -> STOPPING.get(operation)));

    /** Likewise, from an operation with a body. */
    private static final Map<String, BiFunction<Operation, String, Reply>> WAYS_BY_BODY = Map.of(
            "400", (operation, path) -> ask(service, operation, path, NOTHING),
            "401", (operation, path) -> ask(locked, operation, path, Photos.PORTRAIT),
            "408", (operation, path) -> STALLED.get(operation).join(),
            "413", (operation, path) -> ask(small, operation, path, new byte[2 * SMALL_UPLOAD]),
            "415", (operation, path) -> ask(service, operation, path, new byte[SMALL_UPLOAD]),
            "422", (operation, path) -> ask(service, operation, path, DAMAGED),
            "500", (operation, path) -> ask(broken, operation, path, Photos.PORTRAIT));

    /** Likewise, from an operation with a parameter in its path. */
    private static final Map<String, BiFunction<Operation, String, Reply>> WAYS_BY_PATH = Map.of(
            "404",
            (operation, path) ->
                    ask(service, operation, operation.path().replaceAll("\\{\\w+}", "no-such"), Photos.PORTRAIT));

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        service = Service.start();
        small = Service.start(new ServerConfig("127.0.0.1", 0, SMALL_UPLOAD, 1, 1, Duration.ofMinutes(5)));
        broken = Service.startBroken();
        locked = Service.start(Service.SETTINGS.withApiKeysFile(Files.writeString(directory.resolve("keys"), "a-key")));
        contract = service.contract();
        contract.operations().stream()
                .filter(Operation::hasBody)
                .forEach(operation -> STALLED.put(operation, CompletableFuture.supplyAsync(() -> stalled(operation))));
        askWhileStopping();
    }

    private static Reply stalled(Operation operation) {
        try {
            return Reply.to(service.port(), beginning(operation.toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String beginning(String operation) {
        return operation + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\nhalf of it";
    }

    /** An upload on its way holds up the stop until all are asked. */
    private static void askWhileStopping() throws Exception {
        Service stopping = Service.start();
        CompletableFuture<Void> stop;
        try (Socket upload = new Socket("127.0.0.1", stopping.port())) {
            upload.getOutputStream().write(beginning("POST /faces").getBytes(StandardCharsets.US_ASCII));
            while (!Service.text(stopping.get("/metrics")).contains("eyegoogler_requests_in_progress 1.0")) {
                Thread.sleep(10);
            }
            stop = CompletableFuture.runAsync(stopping::close);
            while (stopping.get("/ready").statusCode() == 200) {
                Thread.sleep(10);
            }
            for (Operation operation : contract.operations()) {
                // Else it would be taken for stalled after 10 s.
                upload.getOutputStream().write(new byte[20_000]);
                STOPPING.put(
                        operation, ask(stopping, operation, operation.paths().get(0), Photos.PORTRAIT));
            }
        }
        stop.join();
    }

    @AfterAll
    static void stop() {
        STALLED.values().forEach(CompletableFuture::join);
        Stream.of(service, small, broken, locked).forEach(Service::close);
    }

    @TestFactory
    Stream<DynamicTest> operation_givesEachStatus_thatTheDocumentHas() {
        return NonEmpty.stream(contract.operations().stream()).flatMap(operation -> {
            Set<String> statuses =
                    new TreeSet<>(operation.node().at("responses").members().keySet());
            statuses.addAll(WAYS.keySet());
            statuses.addAll(operation.hasBody() ? WAYS_BY_BODY.keySet() : Set.of());
            return statuses.stream()
                    .map(status -> dynamicTest(operation + " " + status, () -> check(operation, status)));
        });
    }

    /** Goes the way to that status; if the document hasn't got it, the answer is another that it has. */
    private static void check(Operation operation, String status) {
        BiFunction<Operation, String, Reply> way = Stream.of(WAYS, WAYS_BY_BODY, WAYS_BY_PATH)
                .map(ways -> ways.get(status))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        assertNotNull(way, "No way is known to a " + status);
        for (String path : operation.paths()) {
            Reply reply = way.apply(operation, path);
            contract.check(operation.method(), path, reply);
            if (operation.response(Integer.parseInt(status)).exists()) {
                assertEquals(status, Integer.toString(reply.status()), path + ": " + reply.text());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> methodThatTheDocumentLacks_is405() {
        Map<String, List<Operation>> paths =
                contract.operations().stream().collect(Collectors.groupingBy(Operation::path));
        return NonEmpty.stream(paths.values().stream())
                .map(known -> dynamicTest(known.get(0).path(), () -> {
                    Set<String> allowed =
                            known.stream().map(Operation::method).collect(Collectors.toCollection(TreeSet::new));
                    String path = known.get(0).paths().get(0);
                    for (String method : METHODS) {
                        if (!allowed.contains(method)) {
                            Reply reply = send(
                                    service,
                                    HttpRequest.newBuilder(service.uri(path)).method(method, BodyPublishers.noBody()));
                            assertEquals(405, reply.status(), method);
                            assertEquals(
                                    allowed,
                                    new TreeSet<>(List.of(reply.header("Allow").split(", "))),
                                    method);
                        }
                    }
                }));
    }

    @Test
    void pathThatTheDocumentLacks_is404() {
        METHODS.forEach(method -> assertEquals(
                404,
                send(
                                service,
                                HttpRequest.newBuilder(service.uri("/no/such/path"))
                                        .method(method, BodyPublishers.noBody()))
                        .status(),
                method));
    }

    @Test
    void callersRequestId_comesBackFromEachOperation() {
        for (Operation operation : contract.operations()) {
            assertTrue(operation.takesRequestId(), operation.toString());
            String path = operation.paths().get(0);
            assertEquals(
                    "walk_1-a",
                    send(
                                    service,
                                    request(service, operation, path, Photos.PORTRAIT)
                                            .header("X-Request-Id", "walk_1-a"))
                            .header("X-Request-Id"),
                    operation.toString());
        }
    }

    private static Reply ask(Service asked, Operation operation, String path, byte[] body) {
        return send(asked, request(asked, operation, path, body));
    }

    private static HttpRequest.Builder request(Service asked, Operation operation, String path, byte[] body) {
        return HttpRequest.newBuilder(asked.uri(path))
                .method(
                        operation.method(),
                        operation.hasBody() ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
    }

    private static Reply send(Service asked, HttpRequest.Builder request) {
        return Reply.of(asked.send(request));
    }
}
