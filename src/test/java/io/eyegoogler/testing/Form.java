package io.eyegoogler.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart/form-data body, byte for byte as curl sends it (RFC 7578). */
public final class Form {

    private static final String BOUNDARY = "------------------------d74496d66958873e";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** A part with a file name. */
    public Form file(String name, String fileName, byte[] content) {
        return part(
                "name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream",
                content);
    }

    /** A part without a file name. */
    public Form field(String name, byte[] content) {
        return part("name=\"" + name + "\"", content);
    }

    public Form field(String name, String content) {
        return field(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Form part(String disposition, byte[] content) {
        return raw("Content-Disposition: form-data; " + disposition, content);
    }

    /** A part with just these headers. */
    public Form raw(String headers, byte[] content) {
        write("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] body() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }
}
