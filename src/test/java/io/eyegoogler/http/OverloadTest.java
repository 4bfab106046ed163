package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.ServerProcess;
import io.eyegoogler.testing.Service;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("verify")
class OverloadTest {

    private static final byte[] LARGE = Photos.encode(Photos.scaled(Photos.portrait(), 3000, 3000), "jpeg");

    private static ServerConfig settings(int workers, int queue, Duration timeout) {
        return new ServerConfig("127.0.0.1", 0, 32 << 20, workers, queue, timeout);
    }

    private static Socket begin(Service service, String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", service.port());
        socket.setSoTimeout(300_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        byte[] start = socket.getInputStream().readNBytes(12);
        return new String(start, StandardCharsets.US_ASCII);
    }

    @Test
    void slowAndIdleClients_blockNobody() throws IOException {
        // More than the server has threads.
        int senders = 400;
        List<Socket> slow = new ArrayList<>();
        try (Service service = Service.start(settings(1, 2, Duration.ofMinutes(5)))) {
            for (int i = 0; i < senders; i++) {
                String piece = "x".repeat(10_000);
                slow.add(begin(
                        service,
                        i % 4 == 0
                                ? ""
                                : "POST /eyegoogler HTTP/1.1\r\nHost: localhost\r\n"
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
                Socket slow =
                        begin(service, "POST /faces HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n")) {
            for (int i = 0; i < 25 && slow.getInputStream().available() == 0; i++) {
                slow.getOutputStream().write('x');
                Thread.sleep(500);
            }
            assertEquals("HTTP/1.1 408", firstLine(slow));
        }
    }

    @Test
    void fullQueue_answersProbesAtOnce_andRefusesBeforeTheBody() throws IOException {
        try (Service service = Service.start(settings(1, 1, Duration.ofMinutes(5)))) {
            List<CompletableFuture<HttpResponse<byte[]>>> load = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> service.upload("/eyegoogler", LARGE)))
                    .toList();
            while (!Service.text(service.get("/metrics")).contains("eyegoogler_queue_length 1.0")) {
                Thread.onSpinWait();
            }
            assertEquals(200, service.get("/health").statusCode());
            assertEquals(200, service.get("/ready").statusCode());
            try (Socket refused = begin(
                    service, "POST /eyegoogler HTTP/1.1\r\nHost: localhost\r\n" + "Content-Length: 1000000\r\n\r\n")) {
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
            List<HttpResponse<byte[]>> dropped = answers.stream()
                    .filter(answer -> answer.statusCode() == 503)
                    .toList();
            assertTrue(dropped.size() >= 4, dropped.size() + " dropped");
            assertTrue(
                    dropped.stream().anyMatch(answer -> !Service.header(answer, "Server-Timing")
                            .contains("decode")),
                    "Some weren't even decoded");
        }
    }

    private static String post(byte[] photo) {
        return "POST /eyegoogler?seed=1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + photo.length + "\r\n\r\n";
    }

    private static void awaitMetric(Service service, String line) {
        while (!Service.text(service.get("/metrics")).contains(line)) {
            Thread.onSpinWait();
        }
    }

    private static double value(Service service, String metric) {
        return ServerProcess.value(Service.text(service.get("/metrics")), metric);
    }

    @Test
    void uploadsOfClientsThatLeft_areDroppedUnworked() throws IOException {
        int clients = 12;
        List<Socket> sockets = new ArrayList<>();
        try (Service service = Service.start(settings(1, 20, Duration.ofMinutes(5)))) {
            for (int i = 0; i < clients; i++) {
                Socket socket = begin(service, post(LARGE));
                socket.getOutputStream().write(LARGE);
                sockets.add(socket);
            }
            awaitMetric(service, "eyegoogler_requests_in_progress " + clients + ".0");
            for (Socket socket : sockets) {
                socket.close();
            }
            assertEquals(200, service.upload("/eyegoogler", Photos.PORTRAIT).statusCode());
            awaitMetric(service, "eyegoogler_requests_in_progress 0.0");
            assertEquals(
                    clients, value(service, "eyegoogler_requests_total{endpoint=\"/eyegoogler\",status=\"aborted\"}"));
            double decoded = value(service, "eyegoogler_stage_duration_seconds_count{stage=\"decode\"}");
            assertTrue(decoded < clients / 2, decoded + " were decoded");
        }
    }

    /** The slow reader takes longer than a connection may be idle, and less at a time than the system buffers. */
    @Test
    void slowReader_getsAll_andOneThatStops_isDropped() throws IOException, InterruptedException {
        try (Service service = Service.start();
                Socket slow = new Socket();
                Socket stopped = new Socket()) {
            for (Socket reader : List.of(slow, stopped)) {
                reader.setReceiveBufferSize(1 << 16);
                reader.connect(new InetSocketAddress("127.0.0.1", service.port()));
                reader.getOutputStream().write(post(LARGE).getBytes(StandardCharsets.US_ASCII));
                reader.getOutputStream().write(LARGE);
            }
            InputStream answer = slow.getInputStream();
            long length = contentLength(answer);
            long read = 0;
            String dropped = "eyegoogler_requests_total{endpoint=\"/eyegoogler\",status=\"aborted\"} 1.0";
            while (!Service.text(service.get("/metrics")).contains(dropped)) {
                read += answer.readNBytes(10_000).length;
                Thread.sleep(200);
            }
            assertTrue(read < length, "The answer is longer than what was read slowly");
            assertEquals(length - read, answer.readNBytes((int) (length - read)).length);
        }
    }

    /** Reads an answer's status line and headers. */
    private static long contentLength(InputStream answer) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) answer.read());
        }
        assertTrue(head.toString().startsWith("HTTP/1.1 200"), head::toString);
        return head.toString()
                .lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToLong(line -> Long.parseLong(line.substring("Content-Length: ".length())))
                .findFirst()
                .orElseThrow();
    }
}
