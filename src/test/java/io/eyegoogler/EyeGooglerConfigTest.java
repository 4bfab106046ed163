package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.http.ServerConfig;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EyeGooglerConfigTest {

    @Test
    void defaults_areThoseOfTheReadme() {
        int processors = Runtime.getRuntime().availableProcessors();

        assertEquals(
                new EyeGooglerConfig(50_000_000, 200_000_000, true, DetectionMode.BALANCED, Optional.empty()),
                EyeGooglerConfig.DEFAULT);
        assertEquals(
                new ServerConfig("127.0.0.1", 8000, 32 << 20, processors, 8 * processors, Duration.ofSeconds(10)),
                ServerConfig.DEFAULT);
    }
}
