package io.eyegoogler.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;

/**
 * An error as the service tells it (RFC 9457).
 *
 * @param type always about:blank: the status says it all
 * @param title the status in words
 * @param detail one sentence that a person can act on
 */
record ProblemDetails(String type, String title, int status, String detail, String requestId) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    ProblemDetails(String title, int status, String detail, String requestId) {
        this("about:blank", title, status, detail, requestId);
    }

    byte[] json() {
        return GSON.toJson(this).getBytes(StandardCharsets.UTF_8);
    }
}
