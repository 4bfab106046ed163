package io.eyegoogler.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Await;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What alerts, dashboard and autoscaler ask for is what the service counts. */
class MetricNamesTest {

    static final Path RULES = Path.of("deploy/prometheus/rules.yml");
    private static final List<Path> FILES =
            List.of(RULES, Path.of("deploy/prometheus/rules_test.yml"), Path.of("deploy/grafana/eyegoogler.json"));
    /** Not the rules' own records, whose names have a colon. */
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:eyegoogler|process|jvm)_[a-z_]+(?![a-z_]*:)(?=[{\\[)]|$|\\s)", Pattern.MULTILINE);

    private static final Pattern LABEL =
            Pattern.compile("\\b(stage|reason|endpoint|area|le)(?:=|!=)\\\\?\"([^\"\\\\]+)\\\\?\"");
    /** A path that isn't this service's. */
    private static final String OTHER = "/other";

    @Test
    void namesAndLabels_areThoseOfTheService() {
        String metrics = metrics();
        Set<String> unknown = new TreeSet<>();
        for (Path file : FILES) {
            String text = Manifests.text(file);
            Set<String> names = all(METRIC, text);
            assertTrue(names.size() > 5, () -> file + " names " + names);
            names.stream()
                    .filter(name -> !Pattern.compile("(?m)^" + name + "[{ ]")
                            .matcher(metrics)
                            .find())
                    .forEach(unknown::add);
            all(LABEL, text).stream()
                    .map(label -> label.replace("\\", "").replace("!=", "="))
                    .filter(label -> !metrics.contains(label))
                    .forEach(unknown::add);
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void autoscaler_looksAtTheQueue() {
        Manifests.read(HorizontalPodAutoscaler.class).getSpec().getMetrics().stream()
                .filter(metric -> metric.getPods() != null)
                .map(metric -> metric.getPods().getMetric().getName())
                .forEach(name -> assertTrue(metrics().contains("\n" + name + " "), name));
    }

    /** After a request of each kind. */
    private static String metrics() {
        try (Service service = Service.start()) {
            service.post("/eyegoogler", Photos.PORTRAIT);
            service.post("/faces", Photos.PORTRAIT);
            service.get(OTHER);
            Await.until(
                    () -> {
                        String text = Service.text(service.get("/metrics"));
                        return text.contains("/faces\"") && text.contains("\"other\"");
                    },
                    "all requests are counted");
            return Service.text(service.get("/metrics"));
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
