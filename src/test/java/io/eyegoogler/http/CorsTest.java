package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Await;
import io.eyegoogler.testing.Browser;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Reply;
import io.eyegoogler.testing.ServerProcess;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

    private static final String ALLOWED = "https://allowed.example:8443";
    private static final Set<String> ORIGINS = Set.of(ALLOWED, "http://localhost:3000");
    private static final String PREFLIGHT = "Access-Control-Request-Method: POST\r\n"
            + "Access-Control-Request-Headers: authorization,content-type,x-request-id\r\n";

    @Shared
    private static Service off;

    @Shared
    private static Browser browser;

    private static Reply ask(Service service, String line, String origin, String headers) throws IOException {
        return Reply.to(
                service.port(), line + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin + "\r\n" + headers + "\r\n");
    }

    private static void checkReadable(String origin, Reply reply) {
        assertEquals(origin, reply.header("Access-Control-Allow-Origin"), reply.toString());
        Set<String> exposed =
                Set.of(reply.header("Access-Control-Expose-Headers").split(", "));
        assertTrue(
                exposed.containsAll(Set.of("X-Faces", "X-Eyes", "X-Seed", "X-Request-Id", "Server-Timing")),
                exposed::toString);
    }

    private static void checkUnreadable(Reply reply) {
        assertEquals(
                List.of(),
                reply.headers().map().keySet().stream()
                        .filter(name -> name.startsWith("Access-Control-"))
                        .toList());
    }

    @Test
    void off_noPreflightIsAnswered_andNoHeaderAdded() throws IOException {
        Reply preflight = ask(off, "OPTIONS /eyegoogler", ALLOWED, PREFLIGHT);
        assertEquals(405, preflight.status());
        checkUnreadable(preflight);
        assertNull(preflight.header("Vary"));
    }

    @Test
    void preflight_fromAnAllowedOrigin_isAnsweredForEachOperation() throws IOException {
        try (Service service = Service.start(Service.SETTINGS.withAllowOrigins(ORIGINS))) {
            Set<String> paths = new TreeSet<>();
            off.contract().operations().forEach(operation -> paths.addAll(operation.paths()));
            for (String path : paths) {
                Reply reply = ask(service, "OPTIONS " + path, ALLOWED, PREFLIGHT);
                assertEquals(204, reply.status(), path);
                checkReadable(ALLOWED, reply);
                assertEquals("GET, HEAD, POST", reply.header("Access-Control-Allow-Methods"));
                assertEquals("*, Authorization", reply.header("Access-Control-Allow-Headers"));
                assertEquals("Origin", reply.header("Vary"));
                assertNull(reply.header("Access-Control-Allow-Credentials"));
            }
            assertEquals(405, ask(service, "OPTIONS /faces", ALLOWED, "").status(), "No preflight");
        }
    }

    @Test
    void origin_isComparedExactly_andErrorsAreReadableToo() throws IOException {
        try (Service service = Service.start(Service.SETTINGS.withAllowOrigins(ORIGINS))) {
            for (String other : List.of(
                    "https://allowed.example",
                    "http://allowed.example:8443",
                    "https://allowed.example:84430",
                    "https://evil.allowed.example:8443",
                    "https://ALLOWED.example:8443",
                    ALLOWED + "/",
                    ALLOWED + ", http://localhost:3000",
                    "null",
                    "*")) {
                Reply preflight = ask(service, "OPTIONS /faces", other, PREFLIGHT);
                assertEquals(405, preflight.status(), other);
                Reply reply = ask(service, "GET /styles", other, "");
                assertEquals(200, reply.status(), other);
                assertEquals("Origin", reply.header("Vary"), other);
                checkUnreadable(reply);
            }
            Reply reply = ask(service, "GET /styles", ALLOWED, "");
            checkReadable(ALLOWED, reply);
            off.contract().check("GET", "/styles", reply);
            for (String error : List.of("GET /none", "PUT /faces", "POST /faces", "POST /faces?%", "GET /a%2Fb")) {
                Reply problem = ask(service, error, ALLOWED, "Content-Length: 0\r\n");
                assertEquals("application/problem+json", problem.mediaType(), error);
                checkReadable(ALLOWED, problem);
            }
        }
    }

    @Test
    void anyOrigin_isAllowed_inErrorsThatComeBeforeTheHeadersToo() throws IOException {
        try (Service service = Service.start(Service.SETTINGS.withAllowOrigins(Set.of("*")))) {
            assertEquals(204, ask(service, "OPTIONS /faces", "null", PREFLIGHT).status());
            Reply reply = ask(service, "GET /styles", ALLOWED, "");
            checkReadable("*", reply);
            assertNull(reply.header("Vary"), "The same for all");
            for (String line : List.of("no header\r\n", "X-Long: " + "x".repeat(20_000) + "\r\n")) {
                Reply problem = ask(service, "GET /styles", ALLOWED, line);
                assertTrue(problem.status() == 400 || problem.status() == 431, problem::text);
                checkReadable("*", problem);
            }
            Reply tooLong = ask(service, "GET /" + "x".repeat(20_000), ALLOWED, "");
            assertEquals(414, tooLong.status());
            checkReadable("*", tooLong);
        }
    }

    /** Runs in a page of {@link #off}'s origin. */
    private static String fetch(Service other, String options) {
        return fetch(other.uri("/eyegoogler?seed=1"), options);
    }

    private static String fetch(URI address, String options) {
        browser.open(off.uri("/health").toString(), 800, 600, false, false);
        return String.valueOf(browser.promise(
                "{ const photo = Uint8Array.from(atob(arguments[1]), (c) => c.charCodeAt(0));"
                        + "const r = await fetch(arguments[0], {method: 'POST', body: photo, " + options + "});"
                        + "const body = await r.blob();"
                        + "return [r.status, body.type, r.headers.get('X-Faces'), r.headers.get('X-Eyes'),"
                        + " r.headers.get('X-Request-Id'), r.headers.get('X-Seed') !== null,"
                        + " r.headers.get('Server-Timing') !== null].join(); }",
                address.toString(),
                Base64.getEncoder().encodeToString(Photos.PORTRAIT)));
    }

    @Test
    void pageOfAnotherOrigin_isRefused_unlessAllowed(@TempDir Path directory) throws IOException {
        String origin = off.uri("").toString();
        String plain = "headers: {'X-Request-Id': 'page'}";
        String keyed = "headers: {'X-Request-Id': 'page', Authorization: 'Bearer a-key'}";
        ServerConfig locked = Service.SETTINGS.withApiKeysFile(Files.writeString(directory.resolve("keys"), "a-key"));
        try (Service refusing = Service.start();
                Service allowing = Service.start(locked.withAllowOrigins(Set.of(origin)))) {
            assertTrue(fetch(refusing, plain).startsWith("failed: TypeError"), "Preflighted");
            assertTrue(fetch(refusing, "").startsWith("failed: TypeError"), "Not preflighted");
            assertEquals("200,image/png,1,2,page,true,true", fetch(allowing, keyed));
            assertEquals("401,application/problem+json,,,page,false,true", fetch(allowing, plain));
        }
    }

    /** The program itself, with all that it writes. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void keyOfAPageOfAnotherOrigin_isInNoLog(String format, @TempDir Path directory) throws Exception {
        Path keys = Files.writeString(directory.resolve("keys"), "a-key-of-ours");
        Map<String, String> environment = Map.of(
                "EYEGOOGLER_ALLOW_ORIGINS", off.uri("").toString(),
                "EYEGOOGLER_API_KEYS_FILE", keys.toString(),
                "EYEGOOGLER_LOG_FORMAT", format);
        Path work = Files.createDirectory(directory.resolve("work"));
        try (ServerProcess allowing = new ServerProcess(work, List.of(), environment)) {
            URI address = allowing.uri("/eyegoogler?seed=1");
            String keyed = "headers: {'X-Request-Id': '%s', Authorization: 'Bearer %s'}";
            assertEquals(
                    "200,image/png,1,2,sound,true,true", fetch(address, keyed.formatted("sound", "a-key-of-ours")));
            assertEquals(
                    "401,application/problem+json,,,wrong,false,true",
                    fetch(address, keyed.formatted("wrong", "a-key-of-others")));
            Await.until(() -> allowing.logText().contains("wrong"), "both are logged");
            assertTrue(allowing.logText().contains("sound"), allowing.logText());
            assertFalse(allowing.logText().contains("a-key"), allowing.logText());
            assertFalse(allowing.logText().contains("Bearer"), allowing.logText());
        }
    }
}
