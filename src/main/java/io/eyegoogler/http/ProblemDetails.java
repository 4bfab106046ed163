package io.eyegoogler.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;

/**
 * The body of an error response (RFC 9457).
 *
 * @param type always {@code about:blank}: the status is specific enough
 * @param title the status' name
 * @param detail what to do, for a person
 */
record ProblemDetails(String type, String title, int status, String detail, String requestId) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    ProblemDetails(String title, int status, String detail, String requestId) {
        this("about:blank", title, status, detail, requestId);
    }

    /** Returns this as JSON in UTF-8. */
    byte[] json() {
        return GSON.toJson(this).getBytes(StandardCharsets.UTF_8);
    }
}
