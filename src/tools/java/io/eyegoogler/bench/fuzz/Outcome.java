package io.eyegoogler.bench.fuzz;

import io.eyegoogler.bench.http.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The outcome of a request.
 *
 * @param status of the response; {@link #LOST} if there was none
 * @param millis from the beginning of the request to the end of the response
 */
record Outcome(String origin, int status, long millis) {

    static final int LOST = 0;

    private static final int SERVER_ERRORS = 500;
    private static final int BUSY = 503;
    /** The service's default time limit, and a second until work stops. */
    private static final Duration MAX_TIME = Duration.ofSeconds(10 + 1);

    /** Sends a request. */
    static Outcome of(FuzzRequest request, Connection connection) {
        long start = System.nanoTime();
        int status;
        try {
            status = connection.send(request.bytes()).status();
        } catch (IOException lost) {
            status = LOST;
        }
        return new Outcome(
                request.origin(),
                status,
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    /** Returns what is wrong with the response, if anything. */
    Optional<String> fault() {
        if (status == LOST) {
            return Optional.of("no response, connection lost after " + millis + " ms");
        }
        if (status >= SERVER_ERRORS && status != BUSY) {
            return Optional.of("status " + status);
        }
        return millis > MAX_TIME.toMillis()
                ? Optional.of("status " + status + " after " + millis + " ms")
                : Optional.empty();
    }
}
