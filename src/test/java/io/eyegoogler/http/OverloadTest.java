package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OverloadTest {

    private static final byte[] LARGE = Photos.encode(Photos.scaled(Photos.portrait(), 3000, 3000), "jpeg");

    private static ServerSettings settings(int workers, int queue, Duration timeout) {
        return new ServerSettings("127.0.0.1", 0, 32 << 20, workers, queue, timeout);
    }

    private static Socket begin(Service service, String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", service.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        byte[] start = socket.getInputStream().readNBytes(12);
        return new String(start, StandardCharsets.US_ASCII);
    }

    @Test
    void slowAndIdleSenders_keepNobodyOut() throws IOException {
        // More than the server has threads.
        int senders = 400;
        List<Socket> slow = new ArrayList<>();
        try (Service service = Service.start(settings(1, 2, Duration.ofSeconds(30)))) {
            for (int i = 0; i < senders; i++) {
                String piece = "x".repeat(10_000);
                slow.add(begin(service, i % 4 == 0 ? "" : "POST /eyegoogler HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Length: 30000000\r\n\r\n" + piece));
            }
            for (int i = 0; i < 3; i++) {
                HttpRequest.Builder probe =
                        HttpRequest.newBuilder(service.uri("/health")).timeout(Duration.ofSeconds(5));
                assertEquals(200, service.send(probe).statusCode());
                assertEquals(200, service.upload("/eyegoogler", Photos.PORTRAIT).statusCode());
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void uploadThatStalls_is408() throws IOException {
        try (Service service = Service.start();
                Socket stalled = begin(
                        service, "POST /faces HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf of it")) {
            assertEquals("HTTP/1.1 408", firstLine(stalled));
        }
    }

    @Test
    void uploadOfAByteNowAndThen_is408() throws IOException, InterruptedException {
        try (Service service = Service.start();
                Socket slow = begin(
                        service, "POST /faces HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n")) {
            for (int i = 0; i < 25 && slow.getInputStream().available() == 0; i++) {
                slow.getOutputStream().write('x');
                Thread.sleep(500);
            }
            assertEquals("HTTP/1.1 408", firstLine(slow));
        }
    }

    @Test
    void fullQueue_answersProbesAtOnce_andRefusesBeforeTheBody() throws IOException {
        try (Service service = Service.start(settings(1, 1, Duration.ofSeconds(30)))) {
            List<CompletableFuture<HttpResponse<byte[]>>> load = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> service.upload("/eyegoogler", LARGE)))
                    .toList();
            while (!Service.text(service.get("/metrics")).contains("eyegoogler_queue_length 1.0")) {
                Thread.onSpinWait();
            }
            assertEquals(200, service.get("/health").statusCode());
            assertEquals(200, service.get("/ready").statusCode());
            try (Socket refused = begin(service, "POST /eyegoogler HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Length: 1000000\r\n\r\n")) {
                assertEquals("HTTP/1.1 503", firstLine(refused));
            }
            assertTrue(load.stream().anyMatch(photo -> !photo.isDone()), "All this happened while the queue was full");
            load.forEach(photo -> assertEquals(200, photo.join().statusCode()));
        }
    }

    @Test
    void workWhoseDeadlinePassedInTheQueue_isDropped() {
        try (Service service = Service.start(settings(1, 8, Duration.ofMillis(400)))) {
            List<HttpResponse<byte[]>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> service.upload("/eyegoogler", LARGE)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            List<HttpResponse<byte[]>> dropped =
                    answers.stream().filter(answer -> answer.statusCode() == 503).toList();
            assertTrue(dropped.size() >= 4, dropped.size() + " dropped");
            assertTrue(
                    dropped.stream().anyMatch(answer -> !Service.header(answer, "Server-Timing").contains("decode")),
                    "Some weren't even decoded");
        }
    }
}
