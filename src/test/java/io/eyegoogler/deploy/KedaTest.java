package io.eyegoogler.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** KEDA's autoscaler does what the plain one does, and takes its place. */
class KedaTest {

    private static final Path DIRECTORY = Path.of("deploy/keda");
    private static final JsonNode SCALED = Manifests.tree(Manifests.text(DIRECTORY.resolve("scaledobject.yaml")));
    private static final HorizontalPodAutoscaler HPA = Manifests.read(HorizontalPodAutoscaler.class);
    private static final HorizontalPodAutoscalerSpec HPA_SPEC = HPA.getSpec();

    @Test
    void kustomization_replacesTheHorizontalPodAutoscaler() {
        JsonNode kustomization = Manifests.kustomization(DIRECTORY);
        assertEquals(List.of("../kubernetes", "scaledobject.yaml"), Manifests.resources(DIRECTORY));
        assertEquals(List.of("scaledobject.yaml"), Manifests.files(DIRECTORY));
        JsonNode patch = Manifests.tree(
                kustomization.path("patches").path(0).path("patch").asText());
        assertEquals("delete", patch.path("$patch").asText());
        assertEquals(HPA.getApiVersion(), patch.path("apiVersion").asText());
        assertEquals(HPA.getKind(), patch.path("kind").asText());
        assertEquals(
                HPA.getMetadata().getName(), patch.path("metadata").path("name").asText());
    }

    @Test
    void targetAndReplicas_areThoseOfTheHorizontalPodAutoscaler() {
        assertEquals("keda.sh/v1alpha1", SCALED.path("apiVersion").asText());
        assertEquals("ScaledObject", SCALED.path("kind").asText());
        JsonNode spec = SCALED.path("spec");
        JsonNode target = spec.path("scaleTargetRef");
        assertEquals(
                HPA_SPEC.getScaleTargetRef().getApiVersion(),
                target.path("apiVersion").asText());
        assertEquals(HPA_SPEC.getScaleTargetRef().getKind(), target.path("kind").asText());
        assertEquals(HPA_SPEC.getScaleTargetRef().getName(), target.path("name").asText());
        assertEquals(HPA_SPEC.getMinReplicas(), spec.path("minReplicaCount").asInt());
        assertEquals(HPA_SPEC.getMaxReplicas(), spec.path("maxReplicaCount").asInt());
    }

    @Test
    void triggers_areTheMetricsOfTheHorizontalPodAutoscaler() {
        JsonNode processor = trigger("cpu");
        assertEquals("Utilization", processor.path("metricType").asText());
        MetricSpec cpu = HPA_SPEC.getMetrics().get(0);
        assertEquals(
                cpu.getResource().getTarget().getAverageUtilization(),
                processor.path("metadata").path("value").asInt());

        JsonNode queue = trigger("prometheus");
        assertEquals("AverageValue", queue.path("metricType").asText());
        MetricSpec pods = HPA_SPEC.getMetrics().get(1);
        assertEquals(
                pods.getPods().getTarget().getAverageValue().toString(),
                queue.path("metadata").path("threshold").asText());
        // MetricNamesTest sees that the service has the metric, and the rules that this is the job's name.
        assertEquals(
                "sum(" + pods.getPods().getMetric().getName() + "{job=\"eyegoogler\"})",
                queue.path("metadata").path("query").asText());
    }

    private static JsonNode trigger(String type) {
        return SCALED.path("spec")
                .path("triggers")
                .valueStream()
                .filter(trigger -> trigger.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
