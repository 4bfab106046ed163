package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.testing.Service;
import io.javalin.testtools.JavalinTest;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void health_ofALivingServer_isOk() {
        JavalinTest.test(new GooglyServer(Service.GOOGLER, Service.SETTINGS).javalin(), (server, client) -> {
            var response = client.get("/health");
            assertEquals(200, response.code());
            assertEquals("OK", response.body().string());
        });
    }
}
