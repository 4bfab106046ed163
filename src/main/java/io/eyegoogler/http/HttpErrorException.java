package io.eyegoogler.http;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Thrown to respond with an error; the message is a sentence or two that say what to do. */
final class HttpErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the service cannot take a request that is itself valid. */
    enum Reason {
        QUEUE_FULL("The service is busy and its queue is full; try again in a moment."),
        DEADLINE("The service could not process this photo in time; try again in a moment."),
        MEMORY("The service is short of memory; try again in a moment."),
        STOPPING("The service is shutting down; send the request again in a moment.");

        private final String detail;

        Reason(String detail) {
            this.detail = detail;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final HttpStatus status;
    /** Null where the request itself is at fault. */
    private final Reason reason;

    private HttpErrorException(HttpStatus status, String detail, Reason reason) {
        super(detail);
        this.status = status;
        this.reason = reason;
    }

    private HttpErrorException(HttpStatus status, String detail) {
        this(status, detail, null);
    }

    static HttpErrorException badRequest(String detail) {
        return new HttpErrorException(HttpStatus.BAD_REQUEST, detail);
    }

    static HttpErrorException unknownStyle() {
        return new HttpErrorException(HttpStatus.NOT_FOUND, "Style not found. GET /styles lists all styles.");
    }

    static HttpErrorException unauthorized(ApiKeys.Outcome outcome) {
        return new HttpErrorException(
                HttpStatus.UNAUTHORIZED,
                (outcome == ApiKeys.Outcome.MISSING ? "A key is required" : "The key is not valid")
                        + "; send a valid one in the header Authorization, as Bearer KEY.");
    }

    static HttpErrorException stalled() {
        return new HttpErrorException(HttpStatus.REQUEST_TIMEOUT, "The upload stalled or was too slow; send it again.");
    }

    static HttpErrorException evicted() {
        return new HttpErrorException(
                HttpStatus.REQUEST_TIMEOUT,
                "The service ran short of memory and ended this upload, the slowest; send it again, or send a smaller"
                        + " photo.");
    }

    /** The photo by itself takes longer than the timeout. */
    static HttpErrorException tooSlow(Duration timeout) {
        return new HttpErrorException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Processing this photo takes longer than the limit of " + UnitFormat.seconds(timeout)
                        + "; send a smaller or simpler version.");
    }

    /** The client left, so that nobody reads the response. */
    static HttpErrorException abandoned() {
        return new HttpErrorException(HttpStatus.CLIENT_CLOSED_REQUEST, "The client left before the response.");
    }

    static HttpErrorException encoded(String header) {
        return new HttpErrorException(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Unsupported " + header + "; send the photo's own bytes without further compression.");
    }

    static HttpErrorException base64() {
        return new HttpErrorException(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "This looks like a Base64-encoded image or a data URL; decode it and send the image's own bytes.");
    }

    static HttpErrorException tooLarge(long maxUpload) {
        return new HttpErrorException(
                HttpStatus.CONTENT_TOO_LARGE,
                "The upload exceeds the limit of " + UnitFormat.bytes(maxUpload) + "; send a smaller photo.");
    }

    static HttpErrorException tooLargePart(String name, long maxBytes) {
        return new HttpErrorException(
                HttpStatus.CONTENT_TOO_LARGE,
                "The form part \"" + name + "\" exceeds the limit of " + UnitFormat.bytes(maxBytes)
                        + "; send a smaller picture.");
    }

    static HttpErrorException unavailable(Reason reason) {
        return new HttpErrorException(HttpStatus.SERVICE_UNAVAILABLE, reason.detail, reason);
    }

    boolean isAbandoned() {
        return status == HttpStatus.CLIENT_CLOSED_REQUEST;
    }

    HttpStatus status() {
        return status;
    }

    Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }
}
