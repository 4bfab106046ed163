package io.eyegoogler.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer of the service, however it was asked. */
public record Reply(int status, HttpHeaders headers, byte[] body) {

    private static final int MAX_WAIT_MS = 300_000;

    public static Reply of(HttpResponse<byte[]> response) {
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    /** Sends {@code request} as it is, to a server on this machine, and waits for the answer. */
    public static Reply to(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(MAX_WAIT_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return read(new DataInputStream(socket.getInputStream()));
        }
    }

    private static Reply read(DataInputStream input) throws IOException {
        int status = Integer.parseInt(line(input).split(" ")[1]);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(input); !line.isEmpty(); line = line(input)) {
            String[] header = line.split(": ", 2);
            headers.put(header[0], List.of(header[1]));
        }
        int length = Integer.parseInt(
                headers.getOrDefault("Content-Length", List.of("0")).get(0));
        return new Reply(status, HttpHeaders.of(headers, (name, value) -> true), input.readNBytes(length));
    }

    private static String line(DataInputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (char next = (char) input.readUnsignedByte(); next != '\n'; next = (char) input.readUnsignedByte()) {
            line.append(next);
        }
        return line.toString().strip();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The media type without its parameters. */
    public String mediaType() {
        return headers.firstValue("Content-Type")
                .map(type -> type.split(";")[0])
                .orElse("none");
    }
}
