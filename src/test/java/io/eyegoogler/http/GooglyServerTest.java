package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.testing.Service;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GooglyServerTest {

    private static ServerConfig config(String host, int port) {
        return new ServerConfig(host, port, 1 << 20, 1, 1, Duration.ofSeconds(10));
    }

    @Test
    void takenPort_isReportedBeforeModelsAreLoaded() throws Exception {
        AtomicBoolean loaded = new AtomicBoolean();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            GooglyServer server = new GooglyServer(
                    () -> {
                        loaded.set(true);
                        return Service.GOOGLER;
                    },
                    EyeGooglerConfig.DEFAULT,
                    config("127.0.0.1", port));

            CannotListenException failure = assertThrows(CannotListenException.class, server::start);

            assertEquals(
                    "Cannot listen on http://127.0.0.1:" + port + ": Address already in use", failure.getMessage());
            assertFalse(loaded.get());
        }
    }

    @Test
    void failedLoad_isThrownAsItIs() {
        IllegalArgumentException noModel = new IllegalArgumentException("no model");
        GooglyServer server = new GooglyServer(
                () -> {
                    throw noModel;
                },
                EyeGooglerConfig.DEFAULT,
                config("127.0.0.1", 0));
        try (server) {
            assertEquals(noModel, assertThrows(IllegalArgumentException.class, server::start));
        }
    }

    /** The loader itself is the client, so that nothing is loaded yet. */
    @Test
    void photoBeforeModelsAreLoaded_hasItsDeadline() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<Integer> statuses = new ArrayList<>();
        GooglyServer server = new GooglyServer(
                () -> {
                    HttpRequest photo = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/eyegoogler"))
                            .timeout(Duration.ofSeconds(30))
                            .POST(HttpRequest.BodyPublishers.ofString("photo"))
                            .build();
                    statuses.add(HttpClient.newHttpClient()
                            .sendAsync(photo, HttpResponse.BodyHandlers.discarding())
                            .join()
                            .statusCode());
                    return Service.GOOGLER;
                },
                EyeGooglerConfig.DEFAULT,
                new ServerConfig("127.0.0.1", port, 1 << 20, 1, 1, Duration.ofMillis(500)));
        try (server) {
            server.start();
        }
        assertEquals(List.of(503), statuses);
    }

    @Test
    void stop_isKnownToTheProgramThatStartsTheServer() {
        GooglyServer server = new GooglyServer(Service.GOOGLER, config("127.0.0.1", 0));
        server.start();
        assertFalse(server.isStopping());

        server.stop();

        assertTrue(server.isStopping());
    }

    @Test
    void warmUp_isNotCounted() throws Exception {
        try (GooglyServer server = new GooglyServer(
                Service.GOOGLER, new ServerConfig("127.0.0.1", 0, 1 << 20, 2, 4, Duration.ofMinutes(5)))) {
            server.start(Duration.ofMillis(500));
            String metrics = get("http://127.0.0.1:" + server.port() + "/metrics");
            assertTrue(metrics.contains("eyegoogler_queue_length"), metrics);
            assertFalse(metrics.contains("eyegoogler_requests_total{"), metrics);
            assertTrue(metrics.contains("eyegoogler_faces_per_photo_count 0"), metrics);
        }
    }

    private static String get(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @ParameterizedTest
    @CsvSource({
        "::1, http://[::1]:8000",
        "[::1], http://[::1]:8000",
        "127.0.0.1, http://127.0.0.1:8000",
        "localhost, http://localhost:8000"
    })
    void url_hasBracketsAroundAnIpv6Address(String host, String url) {
        assertEquals(url, config(host, 8000).url(8000));
    }
}
