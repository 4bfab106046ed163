package io.eyegoogler.bench.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A keep-alive connection to this machine. As light as a client can be, so that it isn't what is measured: requests are
 * built beforehand, and of a response only the head is parsed.
 */
public final class Connection implements AutoCloseable {

    private static final int TIMEOUT_MS = 60_000;
    private static final int BUFFER = 1 << 18;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3})");
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)");
    private static final String CLOSE = "\r\nconnection: close";
    private static final String BOUNDARY = "------------------------d74496d66958873e";

    private final int port;
    private final byte[] buffer = new byte[BUFFER];
    private Socket socket;

    public Connection(int port) {
        this.port = port;
    }

    /**
     * A response.
     *
     * @param bytes of its body
     */
    public record Response(int status, long bytes) {}

    static byte[] get(String path) {
        return ascii("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    /** A form with the photo as its part {@code file}, as curl's -F sends it. */
    static byte[] post(String path, byte[] photo) {
        byte[] begin =
                ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n");
        byte[] end = ascii("\r\n--" + BOUNDARY + "--\r\n");
        byte[] head =
                ascii("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary="
                        + BOUNDARY + "\r\nContent-Length: " + (begin.length + photo.length + end.length) + "\r\n\r\n");
        return joined(head, begin, photo, end);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Sends {@code request} and reads the whole response. */
    public Response send(byte[] request) throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
        }
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            return response(socket.getInputStream());
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private Response response(InputStream in) throws IOException {
        int have = 0;
        int endOfHead;
        do {
            have += read(in, have, buffer.length - have);
            endOfHead = new String(buffer, 0, have, StandardCharsets.ISO_8859_1).indexOf(END_OF_HEAD);
        } while (endOfHead < 0);
        String head = new String(buffer, 0, endOfHead, StandardCharsets.ISO_8859_1);
        long length = number(LENGTH, head.toLowerCase(Locale.ROOT));
        long left = length - (have - endOfHead - END_OF_HEAD.length());
        while (left > 0) {
            left -= read(in, 0, (int) Math.min(left, buffer.length));
        }
        if (head.toLowerCase(Locale.ROOT).contains(CLOSE)) {
            close();
        }
        return new Response((int) number(STATUS, head), length);
    }

    private int read(InputStream in, int at, int most) throws IOException {
        int count = in.read(buffer, at, most);
        if (count < 0) {
            throw new EOFException("The connection was closed before the end of the response");
        }
        return count;
    }

    private static long number(Pattern pattern, String head) throws IOException {
        Matcher matcher = pattern.matcher(head);
        if (!matcher.find()) {
            throw new IOException("Not an HTTP response: " + head);
        }
        return Long.parseLong(matcher.group(1));
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException gone) {
            // Closed is closed.
        }
        socket = null;
    }
}
