package io.eyegoogler.bench.fuzz;

import io.eyegoogler.bench.http.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of a request.
 *
 * @param status of the answer; {@link #LOST} where there was none
 * @param millis from its begin to the end of the answer
 */
record Outcome(String origin, int status, long millis) {

    static final int LOST = 0;

    private static final int SERVER_ERRORS = 500;
    private static final int BUSY = 503;
    /** The service's default, and a second for what goes on when it is over. */
    private static final Duration MAX_TIME = Duration.ofSeconds(10 + 1);

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

    /** What is wrong with it, if anything is. */
    Optional<String> fault() {
        if (status == LOST) {
            return Optional.of("no answer, and the connection lost after " + millis + " ms");
        }
        if (status >= SERVER_ERRORS && status != BUSY) {
            return Optional.of("status " + status);
        }
        return millis > MAX_TIME.toMillis()
                ? Optional.of("status " + status + " after " + millis + " ms")
                : Optional.empty();
    }
}
