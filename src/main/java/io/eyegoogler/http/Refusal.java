package io.eyegoogler.http;

import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.time.Duration;
import java.util.Optional;

/** A request that is answered with an error; the message is one sentence that a person can act on. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the service couldn't take a request that has no fault itself. */
    enum Reason {
        QUEUE_FULL("The service is busy and its queue is full; try again in a moment."),
        DEADLINE("The service couldn't answer in time; try again in a moment."),
        MEMORY("The service has no memory to spare for this photo now; try again in a moment."),
        STOPPING("The service is shutting down; send the photo again, to another instance or in a moment.");

        private final String detail;

        Reason(String detail) {
            this.detail = detail;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final HttpStatus status;
    /** Null where it is the request's own fault. */
    private final Reason reason;

    private Refusal(HttpStatus status, String detail, Reason reason) {
        super(detail);
        this.status = status;
        this.reason = reason;
    }

    static Refusal badRequest(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, detail, null);
    }

    static Refusal noSuchStyle() {
        return new Refusal(HttpStatus.NOT_FOUND, "There is no such style; GET /styles lists them.", null);
    }

    static Refusal stalled() {
        return new Refusal(HttpStatus.REQUEST_TIMEOUT, "The upload stalled; send it again.", null);
    }

    static Refusal slowest() {
        return new Refusal(
                HttpStatus.REQUEST_TIMEOUT,
                "The service ran short of memory and this upload was the slowest; send it again, or a smaller photo.",
                null);
    }

    /** The photo alone takes more than the time for an answer. */
    static Refusal tooSlow(Duration timeout) {
        return new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "The photo takes longer than " + timeout.toMillis() / 1000.0
                        + " s to work on, even by itself; send a smaller or simpler version.",
                null);
    }

    /** Nobody is there to hear of it. */
    static Refusal abandoned() {
        return new Refusal(HttpStatus.CLIENT_CLOSED_REQUEST, "The client left before the answer.", null);
    }

    boolean isAbandoned() {
        return status == HttpStatus.CLIENT_CLOSED_REQUEST;
    }

    static Refusal encoded(String header) {
        return new Refusal(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "A body with this " + header + " isn't read; send the photo's own bytes, not compressed again.",
                null);
    }

    static Refusal base64() {
        return new Refusal(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "This is a picture written as text (Base64 or a data URL); decode it and send the picture's own bytes.",
                null);
    }

    static Refusal tooLarge(long maxUpload) {
        return new Refusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "The upload is larger than " + maxUpload + " bytes; send a smaller photo.",
                null);
    }

    static Refusal unavailable(Reason reason) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, reason.detail, reason);
    }

    HttpStatus status() {
        return status;
    }

    Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }
}
