package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.testing.Service;
import io.javalin.testtools.JavalinTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTest {

    @Test
    void health_ofALivingServer_isOk() {
        JavalinTest.test(new GooglyServer(Service.GOOGLER, Service.SETTINGS).javalin(), (server, client) -> {
            var response = client.get("/health");
            assertEquals(200, response.code());
            assertEquals("OK", response.body().string());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/", "/ready", "/metrics"})
    void probe_byHead_saysWhatGetSays(String path) {
        try (Service service = Service.start()) {
            HttpResponse<byte[]> get = service.get(path);
            HttpResponse<byte[]> head =
                    service.send(HttpRequest.newBuilder(service.uri(path)).method("HEAD", BodyPublishers.noBody()));

            assertEquals(200, get.statusCode());
            assertEquals(200, head.statusCode());
            assertEquals(Service.header(get, "Content-Type"), Service.header(head, "Content-Type"));
            assertEquals("no-store", Service.header(head, "Cache-Control"));
        }
    }
}
