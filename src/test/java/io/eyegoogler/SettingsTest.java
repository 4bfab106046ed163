package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.detect.DetectionMode;
import io.eyegoogler.http.ServerSettings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void defaults_areThoseOfTheReadme() {
        int processors = Runtime.getRuntime().availableProcessors();

        assertEquals(new Settings(50_000_000, DetectionMode.BALANCED, Optional.empty()), Settings.DEFAULT);
        assertEquals(
                new ServerSettings("127.0.0.1", 8000, 32 << 20, processors, 8 * processors, Duration.ofSeconds(10)),
                ServerSettings.DEFAULT);
    }
}
