package io.eyegoogler.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eyegoogler.http.GooglyServer;
import io.eyegoogler.http.ServerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private static final Path DIRECTORY = Path.of("deploy");
    private static final JsonNode SERVICES =
            Manifests.tree(Manifests.text(DIRECTORY.resolve("compose.yaml"))).path("services");
    private static final JsonNode EYEGOOGLER = SERVICES.path("eyegoogler");

    @Test
    void mountedFiles_exist() {
        long mounted = SERVICES.valueStream()
                .flatMap(service -> service.path("volumes").valueStream())
                .map(volume -> volume.asText().split(":")[0])
                .filter(source -> source.startsWith("."))
                .peek(source -> assertTrue(Files.exists(DIRECTORY.resolve(source)), source))
                .count();
        assertEquals(4, mounted);
    }

    @Test
    void environment_isOfSettingsThatExist() {
        Map<String, String> environment = EYEGOOGLER
                .path("environment")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
        EnvironmentSettings.check(environment);
        assertEquals(EYEGOOGLER.path("cpus").asText(), environment.get("EYEGOOGLER_WORKERS"));
    }

    @Test
    void addresses_areThoseOfTheOtherServices() {
        String address = "eyegoogler:" + ServerConfig.DEFAULT.port();
        assertTrue(EYEGOOGLER.path("ports").get(0).asText().endsWith(":" + ServerConfig.DEFAULT.port()));
        assertEquals(
                address,
                Manifests.tree(Manifests.text(DIRECTORY.resolve("prometheus/prometheus.yml")))
                        .at("/scrape_configs/0/static_configs/0/targets/0")
                        .asText());
        String port = SERVICES.at("/prometheus/ports/0").asText().replaceFirst(".*:", "");
        assertEquals(
                "http://prometheus:" + port,
                Manifests.tree(Manifests.text(DIRECTORY.resolve("grafana/provisioning/datasources/prometheus.yaml")))
                        .at("/datasources/0/url")
                        .asText());
    }

    @Test
    void gracePeriod_isLongEnoughForTheWholeStop() {
        Duration grace =
                Duration.parse("PT" + EYEGOOGLER.path("stop_grace_period").asText());
        assertTrue(grace.compareTo(GooglyServer.maxStopTime(ServerConfig.DEFAULT.timeout())) > 0, grace::toString);
    }
}
