package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Reply;
import io.eyegoogler.testing.Service;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service with keys. {@link ApiKeysTest} looks at the keys themselves. */
class KeyedServiceTest {

    private static Service service;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        Path keys = Files.writeString(directory.resolve("keys"), "first-key\nsecond-key\n");
        service = Service.start(Service.SETTINGS.withApiKeysFile(keys));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<byte[]> post(String path, String authorization) {
        return service.send(HttpRequest.newBuilder(service.uri(path))
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofByteArray(Photos.PORTRAIT)));
    }

    @Test
    void post_needsAKey() {
        for (String path : List.of("/faces", "/eyegoogler/", "/no/such/path", "/styles")) {
            for (String wrong : List.of("Bearer made-up", "Basic Zmlyc3Qta2V5", "first-key", "Bearer")) {
                HttpResponse<byte[]> refused = post(path, wrong);
                assertEquals(401, refused.statusCode(), path);
                assertEquals("Bearer", Service.header(refused, "WWW-Authenticate"));
                assertFalse(Service.text(refused).contains("made-up"), Service.text(refused));
            }
        }
        assertEquals(200, post("/faces", "Bearer first-key").statusCode());
        assertEquals(200, post("/eyegoogler/", "bearer second-key").statusCode());
        assertEquals(404, post("/no/such/path", "Bearer second-key").statusCode());
    }

    @Test
    void otherRequests_needNoKey() {
        for (String path : List.of("/", "/health", "/ready", "/metrics", "/api", "/openapi.json", "/styles")) {
            assertEquals(200, service.get(path).statusCode(), path);
        }
    }

    @Test
    void refusal_comesBeforeAnyOfTheBody() throws IOException {
        for (String expect : List.of("Expect: 100-continue\r\n", "")) {
            Reply reply = Reply.to(
                    service.port(),
                    "POST /eyegoogler HTTP/1.1\r\nHost: localhost\r\n" + expect + "Content-Length: 1000000\r\n\r\n");
            assertEquals(401, reply.status());
            assertEquals("close", reply.header("Connection"));
        }
    }

    @Test
    void keyThatIsTooLong_isRefusedWithItsHeader() throws IOException {
        HttpResponse<byte[]> refused = post("/faces", "Bearer " + "x".repeat(20_000));
        assertEquals(431, refused.statusCode());
    }

    @Test
    void outcomes_areCounted() throws IOException {
        String before = Service.text(service.get("/metrics"));
        post("/faces", "Bearer first-key");
        post("/faces", "Bearer third-key");
        post("/faces", "Bearer third-key");
        service.post("/faces", Photos.PORTRAIT);
        String after = Service.text(service.get("/metrics"));

        assertEquals(1, counted(after, "accepted") - counted(before, "accepted"));
        assertEquals(2, counted(after, "wrong") - counted(before, "wrong"));
        assertEquals(1, counted(after, "missing") - counted(before, "missing"));
        assertTrue(after.contains("endpoint=\"/faces\",status=\"401\""), after);
        assertFalse(after.contains("-key\""), after);
    }

    private static double counted(String metrics, String outcome) {
        String series = "eyegoogler_key_checks_total{outcome=\"" + outcome + "\"} ";
        return metrics.lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .findFirst()
                .orElseThrow();
    }
}
