package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.testing.Service;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
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
