package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.eyegoogler.testing.Exifs;
import io.eyegoogler.testing.Form;
import io.eyegoogler.testing.NativeLibraries;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Reply;
import io.eyegoogler.testing.ServerProcess;
import io.eyegoogler.testing.Service;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteOrder;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process: its signals, its memory, its files and its log. */
class ProcessTest {

    private static final byte[] LARGE = Photos.encode(Photos.scaled(Photos.portrait(), 2000, 2000), "jpeg");
    /** What the README names for two workers at the default limits. */
    private static final String STATED_HEAP = "-Xmx1600m";

    private static final List<String> SMALL_HEAP = List.of("-Xmx512m");

    @TempDir
    private Path temporary;

    private Path empty;

    @BeforeEach
    void createEmptyFolder() throws IOException {
        empty = Files.createDirectory(temporary.resolve("work"));
    }

    /** What becomes of sixteen photos that are under way when the process is ended. */
    private record Ending(long answered, long lost, int exitValue, List<Integer> afterwards) {}

    private Ending endUnderLoad(Consumer<ServerProcess> end) throws InterruptedException {
        int load = 16;
        // Patient, so that on a slow machine no deadline is mistaken for a loss.
        Map<String, String> patient =
                Map.of("EYEGOOGLER_WORKERS", "2", "EYEGOOGLER_QUEUE", "16", "EYEGOOGLER_TIMEOUT", "60s");
        try (ServerProcess server = new ServerProcess(empty, SMALL_HEAP, patient)) {
            List<CompletableFuture<HttpResponse<byte[]>>> photos = IntStream.range(0, load)
                    .mapToObj(i -> server.post("/eyegoogler", LARGE))
                    .toList();
            awaitArrival(server, load);
            end.accept(server);
            List<Integer> afterwards = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Thread.sleep(20);
                status(server.get("/ready")).ifPresent(afterwards::add);
                status(server.post("/eyegoogler", Photos.PORTRAIT)).ifPresent(afterwards::add);
            }
            long answered = photos.stream()
                    .filter(photo ->
                            status(photo).filter(status -> status == 200).isPresent())
                    .count();
            return new Ending(answered, load - answered, server.awaitExit(), afterwards);
        }
    }

    /** Until so many photos are under way or answered. */
    private static void awaitArrival(ServerProcess server, int load) {
        double arrived;
        do {
            String metrics = Service.text(server.get("/metrics").join());
            arrived = ServerProcess.value(metrics, "eyegoogler_requests_in_progress")
                    + ServerProcess.value(
                            metrics, "eyegoogler_requests_total{endpoint=\"/eyegoogler\",status=\"200\"}");
        } while (arrived < load);
    }

    /** Empty where there was no answer. */
    private static Optional<Integer> status(CompletableFuture<HttpResponse<byte[]>> response) {
        try {
            return Optional.of(response.join().statusCode());
        } catch (CompletionException noAnswer) {
            return Optional.empty();
        }
    }

    @Test
    @Tag("verify")
    void sigterm_underLoad_losesNothing_andTakesNothingNew() throws InterruptedException {
        Ending ending = endUnderLoad(ServerProcess::terminate);

        assertEquals(0, ending.lost());
        assertEquals(0, ending.exitValue());
        assertFalse(ending.afterwards().isEmpty(), "Readiness is told while what is under way ends");
        assertTrue(ending.afterwards().stream().allMatch(status -> status == 503), ending.afterwards()::toString);
    }

    /** Proof that the count of the test above can be other than zero. */
    @Test
    @Tag("verify")
    void sigkill_underLoad_losesRequestsInProgress() throws InterruptedException {
        Ending ending = endUnderLoad(ServerProcess::kill);

        assertTrue(ending.lost() > 0);
    }

    @Test
    void uploads_leaveNothingOnDisk_andNeedNoTemporaryFolder() throws Exception {
        List<String> noTemporaryFolder = List.of("-Xmx512m", "-Djava.io.tmpdir=/dev/null/none");
        try (WatchService watch = FileSystems.getDefault().newWatchService();
                ServerProcess server =
                        new ServerProcess(empty, noTemporaryFolder, Map.of("TMPDIR", "/dev/null/none"))) {
            empty.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            Form form = new Form().field("size", "2").file("file", "secret-name.jpg", LARGE);
            assertEquals(
                    200,
                    server.send(HttpRequest.newBuilder(server.uri("/eyegoogler"))
                                    .header("Content-Type", form.contentType())
                                    .POST(BodyPublishers.ofByteArray(form.body())))
                            .join()
                            .statusCode());
            for (String format : List.of("png", "gif", "bmp", "tiff", "pnm")) {
                assertEquals(
                        200,
                        server.post("/eyegoogler?format=jpeg", Photos.encode(Photos.portrait(), format))
                                .join()
                                .statusCode(),
                        format);
            }
            byte[] cut = Arrays.copyOf(Photos.PORTRAIT, 5000);
            assertEquals(422, server.post("/eyegoogler", cut).join().statusCode());
            assertNull(watch.poll());
            assertFalse(server.logText().contains("secret-name"), server.logText());
        }
        try (var files = Files.list(empty)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    @Tag("verify")
    void photosOfFiftyMegapixels_onEveryWorker_fitInTheStatedHeap() {
        // Noise, so that the answer is as large as can be, lying on its side, so that decoding needs the pixels twice.
        byte[] turned = Exifs.inJpeg(Photos.encode(noise(8_165, 6_123), "jpeg"), Exifs.tiff(6, ByteOrder.BIG_ENDIAN));
        Map<String, String> patient = Map.of("EYEGOOGLER_WORKERS", "2", "EYEGOOGLER_TIMEOUT", "60s");
        try (ServerProcess server = new ServerProcess(empty, List.of(STATED_HEAP), patient)) {
            List<CompletableFuture<HttpResponse<byte[]>>> photos = IntStream.range(0, 4)
                    .mapToObj(i -> server.post("/eyegoogler", turned))
                    .toList();
            photos.forEach(photo -> assertEquals(200, photo.join().statusCode(), server::logText));
        }
    }

    @Test
    @Tag("verify")
    void animationsOfFiftyMegapixels_onEveryWorker_fitInTheStatedHeap() {
        byte[] portrait = Photos.encode(Photos.scaled(Photos.portrait(), 7_071, 7_071), "jpeg");
        Map<String, String> patient = Map.of("EYEGOOGLER_WORKERS", "2", "EYEGOOGLER_TIMEOUT", "60s");
        try (ServerProcess server = new ServerProcess(empty, List.of(STATED_HEAP), patient)) {
            List<CompletableFuture<HttpResponse<byte[]>>> photos = Stream.of("apng", "apng&size=1.5", "gif", "gif")
                    .map(format -> server.post("/eyegoogler?format=" + format, portrait))
                    .toList();
            photos.forEach(photo -> assertEquals(200, photo.join().statusCode(), server::logText));
        }
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Random random = new Random(1);
        random.nextBytes(samples);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (90 + (samples[i] & 63));
        }
        return image;
    }

    @Test
    void googly_saysNothingButItsResultsOnStandardOutput() throws Exception {
        Files.write(empty.resolve("portrait.png"), Photos.PORTRAIT);
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(NativeLibraries.options());
        command.addAll(List.of("-cp", classes, "io.eyegoogler.cli.Main", "googly", "portrait.png"));
        Process googly = ServerProcess.quiet(new ProcessBuilder(command))
                .directory(empty.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();

        assertEquals(0, googly.waitFor());
        assertEquals(List.of("./portrait-googly.png"), Files.readAllLines(out));
        String summary = Files.readString(err);
        assertTrue(summary.matches("1 done, 0 skipped, 0 failed; .*\\R"), summary);
    }

    @Test
    void log_asJson_isFlat_withALineForEachRequest() throws Exception {
        Path keys = Files.writeString(temporary.resolve("keys"), "secret-key");
        // An empty variable and one that is no setting of this program do no harm.
        Map<String, String> json = Map.of(
                "EYEGOOGLER_LOG_FORMAT", "json",
                "EYEGOOGLER_QUEUE", "",
                "EYEGOOGLER_VERSION", "2.0",
                "EYEGOOGLER_API_KEYS_FILE", keys.toString());
        try (ServerProcess server = new ServerProcess(empty, SMALL_HEAP, json)) {
            server.send(HttpRequest.newBuilder(server.uri("/eyegoogler?seed=1"))
                            .header("X-Request-Id", "my-id")
                            .header("Authorization", "Bearer secret-key")
                            .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                            .POST(BodyPublishers.ofByteArray(Photos.PORTRAIT)))
                    .join();
            server.get("/health").join();
            Reply.to(server.uri("").getPort(), "GET / FOO/1.1\r\nHost: localhost\r\ntraceparent: 00-x-y-01\r\n\r\n");
            server.terminate();
            server.awaitExit();
            List<JsonObject> lines = server.logText()
                    .lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
            lines.forEach(line -> assertTrue(
                    line.keySet().containsAll(List.of("time", "level", "message"))
                            && line.entrySet().stream()
                                    .allMatch(member -> member.getValue().isJsonPrimitive()),
                    line.toString()));
            List<JsonObject> requests = lines.stream()
                    .filter(line -> line.get("message").getAsString().equals("request"))
                    .toList();
            assertEquals(2, requests.size(), server.logText());
            JsonObject photo = requests.get(0);
            assertEquals("my-id", photo.get("id").getAsString());
            assertEquals(
                    "4bf92f3577b34da6a3ce929d0e0e4736", photo.get("trace_id").getAsString());
            assertEquals("00f067aa0ba902b7", photo.get("span_id").getAsString());
            assertFalse(server.logText().contains("secret"), server.logText());
            assertEquals("POST", photo.get("method").getAsString());
            assertEquals("/eyegoogler", photo.get("path").getAsString());
            Map.of("status", 200, "in", Photos.PORTRAIT.length, "pixels", 262_144, "faces", 1)
                    .forEach((name, value) -> assertEquals(new JsonPrimitive(value), photo.get(name), name));
            for (String name :
                    List.of("out", "queue_ms", "decode_ms", "detect_ms", "draw_ms", "encode_ms", "total_ms")) {
                assertTrue(photo.get(name).getAsJsonPrimitive().isNumber(), name + " in " + photo);
            }
            JsonObject malformed = requests.get(1);
            assertFalse(malformed.has("trace_id"), malformed.toString());
            assertEquals("other", malformed.get("path").getAsString());
            assertEquals(400, malformed.get("status").getAsInt());
        }
    }
}
