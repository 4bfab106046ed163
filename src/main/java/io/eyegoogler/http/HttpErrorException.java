package io.eyegoogler.http;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A request that is answered with an error; the message is one sentence that a person can act on. */
final class HttpErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the service couldn't take a request that has no fault itself. */
    enum Reason {
        QUEUE_FULL("The service is busy and its queue is full; try again in a moment."),
        DEADLINE("The service couldn't work on this photo in time; try again in a moment."),
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

    private HttpErrorException(HttpStatus status, String detail, Reason reason) {
        super(detail);
        this.status = status;
        this.reason = reason;
    }

    static HttpErrorException badRequest(String detail) {
        return new HttpErrorException(HttpStatus.BAD_REQUEST, detail, null);
    }

    static HttpErrorException noSuchStyle() {
        return new HttpErrorException(HttpStatus.NOT_FOUND, "There is no such style; GET /styles lists them.", null);
    }

    static HttpErrorException stalled() {
        return new HttpErrorException(HttpStatus.REQUEST_TIMEOUT, "The upload stalled; send it again.", null);
    }

    static HttpErrorException slowest() {
        return new HttpErrorException(
                HttpStatus.REQUEST_TIMEOUT,
                "The service ran short of memory and this upload was the slowest; send it again, or a smaller photo.",
                null);
    }

    /** The photo alone takes more than the time for an answer. */
    static HttpErrorException tooSlow(Duration timeout) {
        return new HttpErrorException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "The photo takes longer than " + timeout.toMillis() / 1000.0
                        + " s to work on, even by itself; send a smaller or simpler version.",
                null);
    }

    /** Nobody is there to hear of it. */
    static HttpErrorException abandoned() {
        return new HttpErrorException(HttpStatus.CLIENT_CLOSED_REQUEST, "The client left before the answer.", null);
    }

    boolean isAbandoned() {
        return status == HttpStatus.CLIENT_CLOSED_REQUEST;
    }

    static HttpErrorException encoded(String header) {
        return new HttpErrorException(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "A body with this " + header + " isn't read; send the photo's own bytes, not compressed again.",
                null);
    }

    static HttpErrorException base64() {
        return new HttpErrorException(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "This is a picture written as text (Base64 or a data URL); decode it and send the picture's own bytes.",
                null);
    }

    static HttpErrorException tooLarge(long maxUpload) {
        return new HttpErrorException(
                HttpStatus.CONTENT_TOO_LARGE,
                "The upload is larger than " + maxUpload + " bytes; send a smaller photo.",
                null);
    }

    static HttpErrorException unavailable(Reason reason) {
        return new HttpErrorException(HttpStatus.SERVICE_UNAVAILABLE, reason.detail, reason);
    }

    HttpStatus status() {
        return status;
    }

    Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }
}
