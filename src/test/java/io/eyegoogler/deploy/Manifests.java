package io.eyegoogler.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What {@code deploy/kubernetes} holds, read as Kubernetes' own types. */
final class Manifests {

    static final Path DIRECTORY = Path.of("deploy/kubernetes");
    private static final String KUSTOMIZATION = "kustomization.yaml";
    private static final List<Class<? extends HasMetadata>> TYPES = List.of(
            Deployment.class,
            Service.class,
            HorizontalPodAutoscaler.class,
            PodDisruptionBudget.class,
            NetworkPolicy.class,
            Ingress.class,
            ServiceMonitor.class);

    /** Takes no field that the types don't know; by themselves they would keep it aside. */
    private static final YAMLMapper STRICT = YAMLMapper.builder()
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                @Serial
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .build();

    private Manifests() {}

    static <T extends HasMetadata> T read(Class<T> type) {
        return read(DIRECTORY, type);
    }

    static <T extends HasMetadata> T read(Path directory, Class<T> type) {
        return parse(text(directory.resolve(type.getSimpleName().toLowerCase(Locale.ROOT) + ".yaml")), type);
    }

    /** Throws if it isn't of that kind and version, or has a field that this has not. */
    static <T extends HasMetadata> T parse(String yaml, Class<T> type) {
        try {
            T manifest = STRICT.readValue(yaml, type);
            JsonNode tree = tree(yaml);
            if (!HasMetadata.getKind(type).equals(tree.path("kind").asText())
                    || !HasMetadata.getApiVersion(type)
                            .equals(tree.path("apiVersion").asText())) {
                throw new IllegalArgumentException("No " + type + ": " + yaml);
            }
            return manifest;
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    static List<Class<? extends HasMetadata>> types() {
        return TYPES;
    }

    /** The names of the files, in order, without the kustomization. */
    static List<String> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(KUSTOMIZATION))
                    .sorted()
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JsonNode kustomization(Path directory) {
        return tree(text(directory.resolve(KUSTOMIZATION)));
    }

    /** The files that a kustomization lists, in order. */
    static List<String> resources(Path directory) {
        return kustomization(directory)
                .path("resources")
                .valueStream()
                .map(node -> node.asText())
                .sorted()
                .toList();
    }

    static JsonNode tree(String yaml) {
        try {
            return STRICT.readTree(yaml);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
