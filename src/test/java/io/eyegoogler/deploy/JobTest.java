package io.eyegoogler.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.GooglyProcess;
import io.eyegoogler.testing.Photos;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Job's manifests are what Kubernetes takes, and its command does what the Job needs. */
class JobTest {

    private static final Path DIRECTORY = Manifests.DIRECTORY.resolve("job");
    private static final Job JOB = Manifests.read(DIRECTORY, Job.class);
    private static final PodSpec POD = JOB.getSpec().getTemplate().getSpec();
    private static final Container CONTAINER = POD.getContainers().get(0);
    private static final PodSpec SERVICE_POD =
            Manifests.read(Deployment.class).getSpec().getTemplate().getSpec();
    private static final int PHOTOS = 80;

    @TempDir
    private Path directory;

    @Test
    void everyFile_isListed() {
        assertEquals(List.of("job.yaml", "networkpolicy.yaml"), Manifests.files(DIRECTORY));
        assertEquals(Manifests.files(DIRECTORY), Manifests.resources(DIRECTORY));
        assertEquals(
                Manifests.kustomization(Manifests.DIRECTORY).path("images"),
                Manifests.kustomization(DIRECTORY).path("images"));
    }

    @Test
    void eachIndex_isAShard_andIsTriedAgain() {
        assertEquals("Indexed", JOB.getSpec().getCompletionMode());
        assertTrue(
                CONTAINER
                        .getArgs()
                        .contains("--shard=$(JOB_COMPLETION_INDEX)/"
                                + JOB.getSpec().getCompletions()),
                CONTAINER.getArgs().toString());
        assertTrue(JOB.getSpec().getBackoffLimitPerIndex() > 0);
        // The only policy that Kubernetes takes with a limit per index.
        assertEquals("Never", POD.getRestartPolicy());
    }

    @Test
    void container_isAsHardenedAsTheServices() {
        Container service = SERVICE_POD.getContainers().get(0);
        assertEquals(service.getSecurityContext(), CONTAINER.getSecurityContext());
        assertEquals(service.getResources(), CONTAINER.getResources());
        assertEquals(service.getImage(), CONTAINER.getImage());
        assertFalse(POD.getAutomountServiceAccountToken());
        assertTrue(POD.getSecurityContext().getRunAsNonRoot());
        assertEquals(
                SERVICE_POD.getSecurityContext().getRunAsUser(),
                POD.getSecurityContext().getRunAsUser());
        assertEquals(
                SERVICE_POD.getSecurityContext().getSeccompProfile(),
                POD.getSecurityContext().getSeccompProfile());
        assertEquals(
                Set.of("/photos=true", "/results=null"),
                CONTAINER.getVolumeMounts().stream()
                        .map(mount -> mount.getMountPath() + "=" + mount.getReadOnly())
                        .collect(Collectors.toSet()));
    }

    @Test
    void service_sendsNoRequestsToIt_andNoNetworkIsOpen() {
        Map<String, String> labels = JOB.getSpec().getTemplate().getMetadata().getLabels();
        Map<String, String> selector = Manifests.read(Service.class).getSpec().getSelector();
        assertFalse(labels.entrySet().containsAll(selector.entrySet()), labels::toString);
        var policy = Manifests.read(DIRECTORY, NetworkPolicy.class).getSpec();
        assertEquals(labels, policy.getPodSelector().getMatchLabels());
        assertEquals(List.of("Ingress", "Egress"), policy.getPolicyTypes());
        assertTrue(policy.getIngress().isEmpty() && policy.getEgress().isEmpty());
    }

    @Test
    @Tag("verify")
    void onePodKilledMidway_andStartedAgain_losesNothing_andNoPhotoIsDoneTwice() throws Exception {
        int shards = JOB.getSpec().getCompletions();
        createPhotos();
        List<String> all = new ArrayList<>(killAfterOneResult());
        int killedHad = results().size();
        assertTrue(killedHad < PHOTOS / shards, "It was killed midway: " + killedHad);
        assertAllAreWhole();

        List<String> again = run(0);
        assertTrue(again.get(again.size() - 1).matches("\\d+ done, [1-9]\\d* skipped, 0 failed; .*"), again.toString());
        all.addAll(paths(again));
        List<List<String>> others =
                IntStream.range(1, shards).parallel().mapToObj(this::run).toList();
        others.forEach(said -> all.addAll(paths(said)));

        assertEquals(PHOTOS, results().size());
        assertAllAreWhole();
        assertEquals(all.size(), new HashSet<>(all).size(), "Nothing is done twice");
        // The killed process may have written a result without having reported it.
        assertTrue(all.size() >= PHOTOS - killedHad + 1, all::toString);
        List<String> third = run(1);
        assertEquals(1, third.size(), third::toString);
        assertTrue(third.get(0).startsWith("0 done, "), third::toString);
    }

    private void createPhotos() throws IOException {
        byte[] photo = Photos.encode(Photos.scaled(Photos.portrait(), 1600, 1600), "jpeg");
        for (int i = 0; i < PHOTOS; i++) {
            Path file = directory.resolve("photos/album%d/IMG_%04d.JPG".formatted(i % 3, i));
            Files.createDirectories(file.getParent());
            Files.write(file, photo);
        }
    }

    private ProcessBuilder pod(int index) {
        List<String> arguments = CONTAINER.getArgs().stream()
                .map(argument -> argument.replace("$(JOB_COMPLETION_INDEX)", Integer.toString(index))
                        .replaceFirst("/(photos|results)$", directory + "/$1"))
                .toList();
        return GooglyProcess.of(arguments);
    }

    private List<String> killAfterOneResult() throws IOException, InterruptedException {
        Process process = pod(0).start();
        try (BufferedReader paths = process.inputReader()) {
            List<String> reported = List.of(paths.readLine());
            // By its handle: that leaves open what it has written.
            process.toHandle().destroyForcibly();
            process.waitFor();
            return Stream.concat(reported.stream(), paths.lines()).toList();
        }
    }

    /** Runs the shard to its end; returns all that it says. */
    private List<String> run(int index) {
        try {
            Process process = pod(index).redirectErrorStream(true).start();
            List<String> said =
                    new String(process.getInputStream().readAllBytes()).lines().toList();
            assertEquals(0, process.waitFor(), said::toString);
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private List<String> paths(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith(directory.toString()))
                .toList();
    }

    private Set<Path> results() throws IOException {
        Path results = directory.resolve("results");
        try (Stream<Path> files = Files.walk(results)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private void assertAllAreWhole() throws IOException {
        for (Path result : results()) {
            assertEquals(1600, Photos.decode(Files.readAllBytes(result)).getHeight(), result.toString());
        }
    }
}
