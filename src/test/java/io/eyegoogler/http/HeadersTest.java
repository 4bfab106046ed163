package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no HTTP library would write them: whatever stands in a header, the answer is never a 5xx. */
class HeadersTest {

    private static final byte[] PHOTO = Photos.encode(Photos.scaled(Photos.portrait(), 64, 64), "png");
    private static final List<String> VALUES = List.of(
            "",
            " ",
            ";",
            ";;;=",
            "=",
            "\"",
            "'",
            ",,,",
            "*",
            "*/*;q=",
            "a/b; charset=nosuch",
            "image/jpeg;charset=binary",
            "text/plain; charset=\"",
            "image/png; charset=*",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"",
            "multipart/form-data; boundary=" + "x".repeat(71),
            "multipart/form-data; charset=nosuch; boundary=B",
            "multipart/mixed; boundary=B",
            "nonsense",
            "-1",
            "0",
            "99999999999999999999",
            "1e9",
            "NaN",
            "ünsinn",
            "\u0001",
            "\u007f",
            "a\tb",
            "%",
            "%zz",
            "x".repeat(4_000),
            "W/\"",
            "\"\\\"",
            "bytes=0-",
            "100-continue, x",
            "gzip, chunked",
            "chunked, chunked",
            "identity",
            "Thu, 99 Foo 2026 99:99:99 GMT",
            "form-data; name=\"file\"; filename*=nosuch''%ff");

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.startFast();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** The status, or 0 where the connection was closed without an answer. */
    private static int status(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(300_000);
            socket.getOutputStream().write(request);
            String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9)) : 0;
        } catch (java.net.SocketException reset) {
            return 0;
        }
    }

    private static byte[] request(String firstLine, String headers, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                (firstLine + "\r\nHost: localhost\r\n" + headers + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static void assertNoServerError(List<String> faults) throws IOException {
        assertEquals(List.of(), faults);
        assertEquals(200, service.post("/faces", PHOTO).statusCode(), "Still at work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type",
                "Accept",
                "Accept-Charset",
                "Accept-Language",
                "X-Request-Id",
                "Expect",
                "Content-Encoding",
                "Transfer-Encoding",
                "TE",
                "If-None-Match",
                "If-Modified-Since",
                "Range",
                "Connection",
                "Cookie",
                "Origin",
                "Referer",
                "Forwarded",
                "X-Forwarded-For",
                "Authorization",
                "Content-Disposition",
                "Upgrade",
                "Host"
            })
    void header_ofAnyValue_isAnsweredWithoutAServerError(String name) throws IOException {
        List<String> faults = new ArrayList<>();
        for (String value : VALUES) {
            for (String path : List.of("POST /eyegoogler?size=2", "POST /faces", "GET /", "GET /styles/classic.png")) {
                byte[] body = path.startsWith("POST") ? PHOTO : new byte[0];
                String headers = name + ": " + value + "\r\nContent-Length: " + body.length + "\r\n";
                int status = status(request(path + " HTTP/1.1", headers, body));
                if (status >= 500) {
                    faults.add(status + " for " + path + " with " + name + ": " + value);
                }
            }
        }
        assertNoServerError(faults);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Disposition: ", "Content-Type: ", "Content-Transfer-Encoding: ", ""})
    void headerOfAPart_ofAnyValue_isAnsweredWithoutAServerError(String name) throws IOException {
        List<String> faults = new ArrayList<>();
        for (String value : VALUES) {
            String disposition = name.startsWith("Content-Disposition")
                    ? ""
                    : "Content-Disposition: form-data; name=\"file\"; filename=\"" + value + "\"\r\n";
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(
                    ("--B\r\n" + disposition + name + value + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            body.writeBytes(PHOTO);
            body.writeBytes("\r\n--B--\r\n".getBytes(StandardCharsets.US_ASCII));
            int status = status(request(
                    "POST /faces HTTP/1.1",
                    "Content-Type: multipart/form-data; boundary=B\r\nContent-Length: " + body.size() + "\r\n",
                    body.toByteArray()));
            if (status >= 500) {
                faults.add(status + " for a part with " + name + value);
            }
        }
        assertNoServerError(faults);
    }

    @Test
    void firstLine_ofAnyKind_isAnsweredWithoutAServerError() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String line : List.of(
                "GET / HTTP/1.9",
                "GET / HTTP/0.9",
                "GET /",
                "GET / HTTP/2.0",
                "GET / FOO/1.1",
                "CONNECT /any HTTP/1.1",
                "CONNECT a:443 HTTP/1.1",
                "GET /\u0001 HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /..;/x HTTP/1.1",
                "GET /?%zz HTTP/1.1",
                "GET * HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "TRACE / HTTP/1.1",
                "FOO / HTTP/1.1",
                "POST /faces?size=%ff HTTP/1.1",
                "POST /faces?&&=&= HTTP/1.1",
                "PRI * HTTP/2.0",
                "\u0016\u0003\u0001")) {
            int status = status(request(line, "Content-Length: 0\r\n", new byte[0]));
            if (status >= 500) {
                faults.add(status + " for " + line);
            }
        }
        assertNoServerError(faults);
    }

    @Test
    void unknownCharset_isIgnored() throws IOException {
        byte[] photo = request(
                "POST /faces?seed=1 HTTP/1.1",
                "Content-Type: image/jpeg;charset=binary\r\nContent-Length: " + PHOTO.length + "\r\n",
                PHOTO);
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.getOutputStream().write(photo);
            String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            assertTrue(line.endsWith("200"), line);
        }
    }
}
