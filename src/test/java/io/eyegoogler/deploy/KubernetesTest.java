package io.eyegoogler.deploy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.http.GooglyServer;
import io.eyegoogler.http.ServerConfig;
import io.eyegoogler.testing.Photos;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests are what Kubernetes takes, and what they name is there. */
class KubernetesTest {

    private static final Deployment DEPLOYMENT = Manifests.read(Deployment.class);
    private static final PodSpec POD = DEPLOYMENT.getSpec().getTemplate().getSpec();
    private static final Container CONTAINER = POD.getContainers().get(0);
    private static final Map<String, String> LABELS =
            DEPLOYMENT.getSpec().getTemplate().getMetadata().getLabels();
    private static final String PORT_NAME = "http";

    @Test
    void everyFile_isOfAKnownTypeAndListed() {
        List<String> expected = Manifests.types().stream()
                .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT) + ".yaml")
                .sorted()
                .toList();
        assertEquals(expected, Manifests.files(Manifests.DIRECTORY));
        assertEquals(expected, Manifests.resources(Manifests.DIRECTORY));
        assertAll(Manifests.types().stream().map(type -> () -> Manifests.read(type)));
    }

    @Test
    void unknownFields_andOtherKinds_areRefused() {
        String service = Manifests.text(Manifests.DIRECTORY.resolve("service.yaml"));
        for (String wrong : List.of(
                service.replace("targetPort", "target"),
                service.replace("selector:", "selectors:"),
                service.replace("kind: Service", "kind: Servant"),
                service.replace("port: 80", "port: eighty"))) {
            assertFalse(wrong.equals(service));
            assertThrows(IllegalArgumentException.class, () -> Manifests.parse(wrong, Service.class), wrong);
        }
    }

    @Test
    void environment_isOfSettingsThatExist() {
        Map<String, String> environment = EnvironmentSettings.of(CONTAINER.getEnv());
        assertFalse(environment.isEmpty());
        EnvironmentSettings.check(environment);
        assertThrows(RuntimeException.class, () -> EnvironmentSettings.check(Map.of("EYEGOOGLER_WORKER", "2")));
        assertThrows(RuntimeException.class, () -> EnvironmentSettings.check(Map.of("EYEGOOGLER_WORKERS", "two")));
    }

    @Test
    void serviceLinks_areOff_forOneWouldSetThePort() {
        assertEquals("eyegoogler", Manifests.read(Service.class).getMetadata().getName());
        assertFalse(POD.getEnableServiceLinks());
    }

    @Test
    void workers_areAsManyAsProcessors() {
        Quantity processors = CONTAINER.getResources().getLimits().get("cpu");
        assertEquals(EnvironmentSettings.of(CONTAINER.getEnv()).get("EYEGOOGLER_WORKERS"), processors.toString());
        assertEquals(processors, CONTAINER.getResources().getRequests().get("cpu"));
    }

    @Test
    void ports_areWhereTheServiceListens() {
        assertEquals(PORT_NAME, CONTAINER.getPorts().get(0).getName());
        assertEquals(ServerConfig.DEFAULT.port(), CONTAINER.getPorts().get(0).getContainerPort());
        var service = Manifests.read(Service.class).getSpec().getPorts().get(0);
        assertEquals(PORT_NAME, service.getName());
        assertEquals(PORT_NAME, service.getTargetPort().getStrVal());
        assertEquals(
                PORT_NAME,
                Manifests.read(NetworkPolicy.class)
                        .getSpec()
                        .getIngress()
                        .get(0)
                        .getPorts()
                        .get(0)
                        .getPort()
                        .getStrVal());
        assertEquals(
                PORT_NAME,
                Manifests.read(ServiceMonitor.class)
                        .getSpec()
                        .getEndpoints()
                        .get(0)
                        .getPort());
    }

    @Test
    void paths_areAnswered() {
        try (var service = io.eyegoogler.testing.Service.start()) {
            for (HTTPGetAction probe : Stream.of(
                            CONTAINER.getStartupProbe(), CONTAINER.getReadinessProbe(), CONTAINER.getLivenessProbe())
                    .map(probe -> probe.getHttpGet())
                    .toList()) {
                assertEquals(200, service.get(probe.getPath()).statusCode(), probe.getPath());
                assertEquals(PORT_NAME, probe.getPort().getStrVal());
            }
            String metrics = Manifests.read(ServiceMonitor.class)
                    .getSpec()
                    .getEndpoints()
                    .get(0)
                    .getPath();
            assertEquals(200, service.get(metrics).statusCode());
            for (HTTPIngressPath path : ingressPaths()) {
                assertEquals(200, service.post(path.getPath(), Photos.PORTRAIT).statusCode(), path.getPath());
                assertEquals("eyegoogler", path.getBackend().getService().getName());
                assertEquals(PORT_NAME, path.getBackend().getService().getPort().getName());
            }
        }
    }

    private static List<HTTPIngressPath> ingressPaths() {
        return Manifests.read(Ingress.class)
                .getSpec()
                .getRules()
                .get(0)
                .getHttp()
                .getPaths();
    }

    @Test
    void uploads_areLimitedAsInTheService() {
        String limit = Manifests.read(Ingress.class)
                .getMetadata()
                .getAnnotations()
                .get("haproxy-ingress.github.io/proxy-body-size");
        assertEquals((ServerConfig.DEFAULT.maxUpload() >> 20) + "m", limit);
    }

    @Test
    void gracePeriod_isLongEnoughForTheWholeStop() {
        Duration leaving = Duration.ofSeconds(
                CONTAINER.getLifecycle().getPreStop().getSleep().getSeconds());
        Duration stop = GooglyServer.maxStopTime(ServerConfig.DEFAULT.timeout());
        Duration grace = Duration.ofSeconds(POD.getTerminationGracePeriodSeconds());
        assertTrue(grace.compareTo(leaving.plus(stop)) > 0, grace + " for " + leaving + " and " + stop);
    }

    @Test
    void selectors_pickTheDeploymentsPods() {
        assertEquals(LABELS, DEPLOYMENT.getSpec().getSelector().getMatchLabels());
        assertEquals(LABELS, Manifests.read(Service.class).getSpec().getSelector());
        assertEquals(
                LABELS,
                Manifests.read(PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels());
        assertEquals(
                LABELS,
                Manifests.read(NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels());
        POD.getTopologySpreadConstraints()
                .forEach(
                        spread -> assertEquals(LABELS, spread.getLabelSelector().getMatchLabels()));
        assertEquals(
                Manifests.read(Service.class).getMetadata().getLabels(),
                Manifests.read(ServiceMonitor.class).getSpec().getSelector().getMatchLabels());
        var target = Manifests.read(HorizontalPodAutoscaler.class).getSpec().getScaleTargetRef();
        HasMetadata scaled = DEPLOYMENT;
        assertEquals(scaled.getKind(), target.getKind());
        assertEquals(scaled.getApiVersion(), target.getApiVersion());
        assertEquals(scaled.getMetadata().getName(), target.getName());
    }

    @Test
    void memoryAlert_knowsTheContainersMemory() {
        String rules = Manifests.text(MetricNamesTest.RULES);
        var factors = Pattern.compile("process_resident_memory_bytes.* > ([0-9.]+) \\* (\\d+) \\* 1024 \\* 1024")
                .matcher(rules);
        assertTrue(factors.find(), rules);
        assertEquals(CONTAINER.getResources().getLimits().get("memory"), new Quantity(factors.group(2) + "Mi"));
    }
}
