package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.DetectionMode;
import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.image.heif.HeifFile;
import io.eyegoogler.image.heif.Libheif;
import io.eyegoogler.testing.Await;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.ServerProcess;
import io.eyegoogler.testing.Service;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HEIC over HTTP: with and without a converter, and what becomes of its process. */
class HeifServiceTest {

    private static final byte[] PORTRAIT = Photos.resource("/heif/portrait.heic");

    @TempDir
    private Path folder;

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Test
    void withoutConverter_theRefusalNamesItsPackage_andTheDocumentLeavesHeicOut() {
        try (Service service = Service.start(EyeGooglerConfig.DEFAULT.withHeif(false))) {
            HttpResponse<byte[]> refusal = service.post("/eyegoogler", PORTRAIT);

            assertEquals(415, refusal.statusCode());
            assertTrue(text(refusal).contains("HEIC is not supported without Debian's package libheif-examples"));
            assertTrue(text(refusal).contains("Settings > Camera > Formats > Most Compatible"));
            assertFalse(text(refusal).contains("HEIC, AVIF"));
            assertFalse(text(service.get("/openapi.json")).contains("image/heic"));
        }
    }

    @Test
    void withConverter_facesAreFound_andDocumentAndRefusalsListHeic() {
        Libheif.require();
        try (Service service = Service.start()) {
            HttpResponse<byte[]> googly = service.upload("/eyegoogler", PORTRAIT);

            assertEquals(200, googly.statusCode());
            assertEquals("1", Service.header(googly, "X-Faces"));
            assertEquals(512, Photos.decode(googly.body()).getWidth());
            assertEquals(
                    "1",
                    Service.header(service.post("/eyegoogler", Photos.resource("/heif/portrait.avif")), "X-Faces"));
            assertTrue(text(service.get("/openapi.json")).contains("image/heic"));
            assertTrue(text(service.post("/eyegoogler", new byte[100])).contains("RAS, HEIC, AVIF"));
        }
    }

    @Test
    void metadata_neverReachTheAnswer() {
        Libheif.require();
        byte[] secret = "GPS 52.5 13.4".getBytes(StandardCharsets.US_ASCII);
        byte[] file = new HeifFile()
                .image(1, HeifFile.coded(PORTRAIT))
                .item(2, "Exif", secret)
                .reference("cdsc", 2, 1)
                .bytes();
        try (Service service = Service.start()) {
            byte[] answer = service.post("/eyegoogler", file).body();

            assertFalse(new String(answer, StandardCharsets.ISO_8859_1).contains("GPS"));
        }
    }

    @Test
    void moreThanMaxPixels_isRefusedBeforeTheConverterRuns() {
        Libheif.require();
        HeifFile.Coded coded = HeifFile.coded(PORTRAIT);
        HeifFile.Coded lie = new HeifFile.Coded(coded.type(), 30_000, 30_000, coded.configuration(), coded.data());
        try (Service service = Service.start()) {
            HttpResponse<byte[]> refusal =
                    service.post("/eyegoogler", new HeifFile().image(1, lie).bytes());

            assertEquals(422, refusal.statusCode());
            assertTrue(text(refusal).contains("30000 × 30000 pixels; the limit is 50 MP"), text(refusal));
        }
    }

    /** Takes the converter seconds. */
    private byte[] large() {
        return Libheif.encode(folder, Photos.scaled(Photos.portrait(), 3000, 3000), "-q", "40");
    }

    private static long converters(ProcessHandle parent) {
        return parent.children()
                .filter(child -> child.info()
                        .command()
                        .filter(HeifServiceTest::isConverter)
                        .isPresent())
                .count();
    }

    /** The programs that confine the converter become the converter. */
    private static boolean isConverter(String command) {
        return Set.of("setpriv", "prlimit", "heif-convert", "heif-dec")
                .contains(Path.of(command).getFileName().toString());
    }

    private static void awaitConverter(ProcessHandle parent) {
        Await.until(() -> converters(parent) == 1, "the converter runs");
    }

    private static void awaitNone(ProcessHandle parent) {
        Await.until(() -> converters(parent) == 0, "the converter has ended");
        Await.until(() -> Libheif.directories(parent).isEmpty(), "its directory is removed");
    }

    @Tag("verify")
    @Test
    void clientThatLeaves_takesTheConverterWithIt() throws IOException {
        byte[] large = large();
        try (Service service = Service.start()) {
            try (Socket client = new Socket("127.0.0.1", service.port())) {
                client.getOutputStream()
                        .write(("POST /eyegoogler HTTP/1.1\r\nHost: a\r\nContent-Length: " + large.length + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().write(large);
                awaitConverter(ProcessHandle.current());
            }
            awaitNone(ProcessHandle.current());
            assertEquals(200, service.post("/eyegoogler", PORTRAIT).statusCode());
        }
    }

    @Tag("verify")
    @Test
    void deadline_endsTheConverter() {
        byte[] large = large();
        ServerConfig soon = new ServerConfig("127.0.0.1", 0, 32 << 20, 1, 1, Duration.ofMillis(300));
        try (Service service = Service.start(soon)) {
            assertEquals(503, service.post("/eyegoogler", large).statusCode());
            awaitNone(ProcessHandle.current());
        }
    }

    @Tag("verify")
    @Test
    void damagedFiles_areAnswered_andLeaveNothing() {
        Libheif.require();
        List<byte[]> damaged = damaged(2_000);
        try (Service service = Service.start(EyeGooglerConfig.DEFAULT.withDetection(DetectionMode.FAST))) {
            Map<Integer, Long> statuses = damaged.parallelStream()
                    .map(file -> service.post("/eyegoogler", file).statusCode())
                    .collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
            System.out.println(damaged.size() + " damaged HEIC files, by status: " + statuses);

            assertTrue(Set.of(200, 415, 422).containsAll(statuses.keySet()), statuses::toString);
            assertTrue(statuses.get(422) > 100, "Some are beyond repair");
            assertTrue(statuses.get(200) > 100, "Some still have a picture");
            awaitNone(ProcessHandle.current());
        }
    }

    private static List<byte[]> damaged(int count) {
        Random random = new Random(20_261_126);
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] file =
                    Photos.resource("/heif/" + List.of("odd", "alpha", "deep").get(i % 3) + ".heic");
            // Half of the changes in the boxes, half in the coded data.
            int from = i % 2 == 0 ? 0 : 500;
            int to = i % 2 == 0 ? 700 : file.length;
            for (int change = 0; change <= i % 5; change++) {
                file[from + random.nextInt(to - from)] ^= (byte) (1 << random.nextInt(8));
            }
            files.add(file);
        }
        return files;
    }

    @Tag("verify")
    @Test
    void killedService_takesTheConverterWithIt_andLeavesNoPhoto() throws Exception {
        byte[] large = large();
        Path empty = Files.createDirectory(folder.resolve("work"));
        ProcessHandle service;
        ProcessHandle converter;
        try (ServerProcess server = new ServerProcess(empty, List.of(), Map.of())) {
            service = server.handle();
            server.post("/eyegoogler", large);
            awaitConverter(server.handle());
            converter = server.handle().children().findFirst().orElseThrow();
            server.kill();
            server.awaitExit();
        }
        Await.until(() -> !converter.isAlive(), "the converter has ended");
        for (Path directory : Libheif.directories(service)) {
            try (var files = Files.list(directory)) {
                assertTrue(files.noneMatch(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)));
            }
        }
        try (ServerProcess next = new ServerProcess(empty, List.of(), Map.of())) {
            assertEquals(List.of(), Libheif.directories(service));
            assertTrue(next.logText().contains("HEIC and AVIF are read by "), next.logText());
        }
    }

    @Tag("verify")
    @Test
    void terminatedService_finishesThePhoto() throws Exception {
        byte[] large = large();
        Path empty = Files.createDirectory(folder.resolve("work"));
        try (ServerProcess server = new ServerProcess(empty, List.of(), Map.of("EYEGOOGLER_TIMEOUT", "60s"))) {
            CompletableFuture<HttpResponse<byte[]>> answer = server.post("/eyegoogler", large);
            awaitConverter(server.handle());
            ProcessHandle converter = server.handle().children().findFirst().orElseThrow();
            server.terminate();

            assertEquals(200, answer.join().statusCode());
            assertEquals(0, server.awaitExit());
            assertFalse(converter.isAlive());
            assertEquals(List.of(), Libheif.directories(server.handle()));
            try (var files = Files.list(empty)) {
                assertEquals(0, files.count());
            }
        }
    }
}
