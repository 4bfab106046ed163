package io.eyegoogler.http;

import java.time.Duration;

/**
 * How to run the server.
 *
 * @param host where it listens
 * @param port where it listens; 0 for any that is free
 * @param maxUpload largest request body, bytes
 * @param workers photos worked on at once
 * @param queue requests that may wait for a worker
 * @param timeout from a request's arrival to its answer
 */
public record ServerSettings(String host, int port, long maxUpload, int workers, int queue, Duration timeout) {

    /** Local only, port 8000, uploads up to 32 MB, a worker a processor, eight times as many waiting, 10 s. */
    public static final ServerSettings DEFAULT = withWorkers(Runtime.getRuntime().availableProcessors());

    private static final int QUEUED_PER_WORKER = 8;
    private static final int GREATEST_PORT = 65_535;

    public ServerSettings {
        require(port >= 0 && port <= GREATEST_PORT, "A port is from 0 to " + GREATEST_PORT + ", not " + port);
        require(
                maxUpload > 0 && maxUpload < Integer.MAX_VALUE,
                "The largest upload is from 1 byte to 2 GB, not " + maxUpload + " bytes");
        require(workers > 0, "There is at least 1 worker, not " + workers);
        require(queue >= 0, "A queue holds 0 requests or more, not " + queue);
        require(timeout.compareTo(Duration.ZERO) > 0, "A timeout is longer than 0, not " + timeout);
    }

    private static ServerSettings withWorkers(int workers) {
        return new ServerSettings(
                "127.0.0.1", 8000, 32L << 20, workers, queueFor(workers), Duration.ofSeconds(10));
    }

    /** How many requests may wait for that many workers, where nothing else is said. */
    public static int queueFor(int workers) {
        return QUEUED_PER_WORKER * workers;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
