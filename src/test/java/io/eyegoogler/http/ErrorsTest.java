package io.eyegoogler.http;

import static io.eyegoogler.testing.Service.header;
import static io.eyegoogler.testing.Service.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.eyegoogler.testing.Form;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Reply;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.awt.Color;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {

    @Shared
    private static Service service;

    private static void assertProblem(int status, String detailPart, HttpResponse<byte[]> response) {
        assertEquals(status, response.statusCode(), text(response));
        assertEquals("application/problem+json", header(response, "Content-Type"));
        JsonObject problem = JsonParser.parseString(text(response)).getAsJsonObject();
        assertEquals(status, problem.get("status").getAsInt());
        assertEquals("about:blank", problem.get("type").getAsString());
        assertFalse(problem.get("title").getAsString().isBlank());
        assertEquals(header(response, "X-Request-Id"), problem.get("requestId").getAsString());
        String detail = problem.get("detail").getAsString();
        assertTrue(detail.contains(detailPart), detail);
        assertTrue(detail.endsWith("."), "A sentence: " + detail);
        assertFalse(detail.contains("Exception"), detail);
        assertFalse(text(response).contains("\tat "), "A stack trace");
    }

    @Test
    void formWithoutFile_is400ThatNamesThePart() {
        assertProblem(400, "\"file\"", service.upload("/eyegoogler", new Form().field("size", "2")));
        assertProblem(
                400, "it has \"photo\"", service.upload("/faces", new Form().file("photo", "a.png", new byte[9])));
        assertProblem(400, "\"file\"", service.upload("/eyegoogler", new Form()));
    }

    @Test
    void emptyPhoto_is400() {
        assertProblem(400, "empty", service.upload("/eyegoogler", new byte[0]));
        assertProblem(400, "empty", service.post("/eyegoogler", new byte[0]));
        assertProblem(400, "empty", service.post("/faces", new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x"})
    void malformedForm_is400(String contentType) {
        assertProblem(
                400,
                "form-data",
                service.send(HttpRequest.newBuilder(service.uri("/eyegoogler"))
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(new byte[100]))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Disposition: form-data", "X-A: b", "Content-Disposition: form-data; filename=\"x\""})
    void partWithoutAName_is400(String header) {
        Form form = new Form().raw(header, new byte[5]).file("file", "a.png", Photos.PORTRAIT);
        assertProblem(400, "form-data", service.upload("/eyegoogler", form));
    }

    @Test
    void optionLongerThanAny_is400() {
        Form form = new Form().file("file", "a.png", Photos.PORTRAIT).field("size", "9".repeat(2000));
        assertProblem(400, "longer than any option", service.upload("/eyegoogler", form));
        assertRefusedQuery("size=%zz");
    }

    /** Java's own client sends no malformed query. */
    private static void assertRefusedQuery(String query) {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(300_000);
            socket.getOutputStream()
                    .write(("POST /eyegoogler?" + query + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            assertEquals("HTTP/1.1 400", new String(start, StandardCharsets.US_ASCII));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void formCutOff_is400() {
        Form form = new Form().file("file", "a.png", Photos.PORTRAIT);
        byte[] half = Arrays.copyOf(form.body(), form.body().length / 2);
        assertProblem(
                400,
                "form-data",
                service.send(HttpRequest.newBuilder(service.uri("/eyegoogler"))
                        .header("Content-Type", form.contentType())
                        .POST(BodyPublishers.ofByteArray(half))));
    }

    @Test
    void noPicture_is415ThatListsTheFormats() {
        assertProblem(415, "JPEG, PNG, GIF", service.upload("/faces", "GIF7 or so, no picture".getBytes()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
    void truncatedJpeg_is422(double share) {
        byte[] jpeg = Photos.encode(Photos.portrait(), "jpeg");
        byte[] cut = Arrays.copyOf(jpeg, (int) (jpeg.length * share));

        assertProblem(422, "JPEG", service.upload("/eyegoogler", cut));
    }

    @Test
    void jpegThatLacksOnlyItsEndMarker_isTaken() {
        byte[] jpeg = Photos.encode(Photos.portrait(), "jpeg");

        assertEquals(
                200,
                service.upload("/eyegoogler", Arrays.copyOf(jpeg, jpeg.length - 2))
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void truncatedPng_is422(double share) {
        byte[] cut = Arrays.copyOf(Photos.PORTRAIT, (int) (Photos.PORTRAIT.length * share));

        assertProblem(422, "PNG", service.upload("/eyegoogler", cut));
    }

    @Test
    void tooManyPixels_is422ToldFromTheHeader() {
        try (Service small = Service.startWithMaxPixels(512 * 512 - 1)) {
            assertProblem(422, "512 × 512", small.upload("/eyegoogler", Photos.PORTRAIT));
            // A header that claims 60,000 × 60,000 pixels, over a body of none: decoding it would need 10 GB.
            byte[] bomb = Photos.encode(Photos.plain(8, 8, Color.RED), "jpeg");
            int frame = indexOfFrameHeader(bomb);
            ByteBuffer.wrap(bomb).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);
            assertProblem(422, "60000 × 60000", small.upload("/eyegoogler", bomb));
        }
        try (Service exact = Service.startWithMaxPixels(512 * 512)) {
            assertEquals(200, exact.upload("/eyegoogler", Photos.PORTRAIT).statusCode());
        }
    }

    private static int indexOfFrameHeader(byte[] jpeg) {
        return IntStream.range(0, jpeg.length - 1)
                .filter(i -> (jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tooManyBytes_is413() {
        ServerConfig settings = new ServerConfig("127.0.0.1", 0, 100_000, 2, 16, Duration.ofMinutes(5));
        try (Service small = Service.start(settings)) {
            byte[] large = new byte[100_001];
            assertProblem(413, "limit of 97.6 kB", small.post("/eyegoogler", large));
            assertProblem(413, "limit of 97.6 kB", small.upload("/eyegoogler", large));
            // Of unknown length, sent in chunks.
            assertProblem(
                    413,
                    "limit of 97.6 kB",
                    small.send(HttpRequest.newBuilder(small.uri("/eyegoogler"))
                            .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large)))));
            Form form = new Form().file("file", "a.png", large);
            assertProblem(
                    413,
                    "limit of 97.6 kB",
                    small.send(HttpRequest.newBuilder(small.uri("/eyegoogler"))
                            .header("Content-Type", form.contentType())
                            .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(form.body())))));
            assertEquals(415, small.post("/eyegoogler", new byte[100_000]).statusCode());
        }
    }

    @Test
    void tooManyBytes_withExpectation_isRefusedBeforeTheBody() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(300_000);
            socket.getOutputStream()
                    .write(("POST /eyegoogler HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999\r\n"
                                    + "Expect: 100-continue\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            assertEquals("HTTP/1.1 413", new String(start, StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "size, 0.2",
        "size, 3.1",
        "size, NaN",
        "size, big",
        "gaze, sideways",
        "gaze, 361",
        "style, picasso",
        "seed, 1.5",
        "seed, 9223372036854775808",
        "format, webp",
        "format, jpegs"
    })
    void badOption_is400ThatNamesIt(String name, String value) {
        assertProblem(
                400,
                "for option '" + name + "': expected ",
                service.upload("/eyegoogler?" + name + "=" + value, Photos.PORTRAIT));
        Form form = new Form().file("file", "a.png", Photos.PORTRAIT).field(name, value);
        assertProblem(400, "Invalid value '" + value + "'", service.upload("/eyegoogler", form));
    }

    @Test
    void unknownPath_is404() {
        assertProblem(404, "Not found. POST a photo to /eyegoogler.", service.get("/nothing/here"));
        assertProblem(404, "/eyegoogler", service.post("/nothing", new byte[3]));
        assertProblem(404, "/eyegoogler", service.get("/page/0/main.js"));
    }

    @Test
    void wrongMethod_is405ThatSaysWhatIsAllowed() {
        HttpResponse<byte[]> response = service.get("/eyegoogler");
        assertProblem(405, "GET is not allowed here; use POST.", response);
        assertEquals("POST", header(response, "Allow"));
        HttpResponse<byte[]> page = service.post("/", new byte[3]);
        assertProblem(405, "GET", page);
        assertEquals("GET, HEAD", header(page, "Allow"));
        HttpResponse<byte[]> health = service.post("/health", new byte[1]);
        assertProblem(405, "GET", health);
        assertTrue(header(health, "Allow").contains("GET"));
    }

    @Test
    void malformedRequest_isAProblemToo() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(300_000);
            socket.getOutputStream().write("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());
            String answer = new String(socket.getInputStream().readNBytes(400), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
        }
    }

    @Test
    void requestWhoseHeadIsRefused_saysThatItsConnectionIsClosed() throws IOException {
        String tooLong = "x".repeat(20_000);
        for (String request : List.of(
                "GET /?a=" + tooLong + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + tooLong + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nno header\r\n\r\n")) {
            Reply reply = Reply.to(service.port(), request);
            assertEquals("close", reply.header("Connection"), reply.toString());
        }
    }

    @Test
    void fullQueue_is503ThatSaysWhenToTryAgain() {
        ServerConfig narrow = new ServerConfig("127.0.0.1", 0, 32 << 20, 1, 1, Duration.ofMinutes(5));
        byte[] slow = Photos.encode(Photos.scaled(Photos.portrait(), 3000, 3000), "jpeg");
        try (Service busy = Service.start(narrow)) {
            List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> busy.upload("/eyegoogler", slow)))
                    .toList();
            List<HttpResponse<byte[]>> refused = answers.stream()
                    .map(CompletableFuture::join)
                    .filter(answer -> answer.statusCode() != 200)
                    .toList();
            assertFalse(refused.isEmpty());
            assertTrue(refused.size() <= 6, "One worker and one place in the queue answer two at least");
            refused.forEach(answer -> {
                assertProblem(503, "try again", answer);
                assertEquals("1", header(answer, "Retry-After"));
            });
        }
    }

    @Test
    void photoThatMissesTheDeadline_is422Or503() {
        ServerConfig hasty = new ServerConfig("127.0.0.1", 0, 32 << 20, 1, 8, Duration.ofMillis(1));
        try (Service service = Service.start(hasty)) {
            byte[] slow = Photos.encode(Photos.scaled(Photos.portrait(), 2000, 2000), "jpeg");
            HttpResponse<byte[]> late = service.upload("/eyegoogler", slow);
            // By the time that it had a processor for: its own fault, or that of others.
            assertProblem(late.statusCode() == 422 ? 422 : 503, "photo", late);
        }
    }
}
