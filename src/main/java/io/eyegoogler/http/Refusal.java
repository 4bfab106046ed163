package io.eyegoogler.http;

import io.javalin.http.HttpStatus;
import java.util.Map;

/** A request that is answered with an error; the message is one sentence that a person can act on. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    /** When a client may try again, seconds: a photo takes well under one, so a full queue has moved on by then. */
    private static final String RETRY_AFTER = "1";

    private final transient HttpStatus status;
    private final transient Map<String, String> headers;

    private Refusal(HttpStatus status, String detail, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.headers = headers;
    }

    static Refusal badRequest(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, detail, Map.of());
    }

    static Refusal stalled() {
        return new Refusal(
                HttpStatus.REQUEST_TIMEOUT, "The upload stalled; send it again.", Map.of("Connection", "close"));
    }

    static Refusal tooLarge(long maxUpload) {
        return new Refusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "The upload is larger than " + maxUpload + " bytes; send a smaller photo.",
                Map.of("Connection", "close"));
    }

    static Refusal overloaded(String detail) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, detail, Map.of("Retry-After", RETRY_AFTER));
    }

    HttpStatus status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }
}
