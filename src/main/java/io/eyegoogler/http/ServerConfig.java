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
 * @param timeout from a request's complete arrival to its answer
 */
public record ServerConfig(String host, int port, long maxUpload, int workers, int queue, Duration timeout) {

    private static final int QUEUED_PER_WORKER = 8;
    private static final int GREATEST_PORT = 65_535;
    /** More than any machine has processors. */
    private static final int MOST_WORKERS = 1_024;
    /** Each request in the queue holds a thread. */
    private static final int LONGEST_QUEUE = 10_000;

    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

    /** Local only, port 8000, uploads up to 32 MB, a worker a processor, eight times as many waiting, 10 s. */
    public static final ServerConfig DEFAULT = withWorkers(Runtime.getRuntime().availableProcessors());

    public ServerConfig {
        require(port >= 0 && port <= GREATEST_PORT, "A port is from 0 to " + GREATEST_PORT + ", not " + port);
        require(
                maxUpload > 0 && maxUpload < Integer.MAX_VALUE,
                "The largest upload is from 1 byte to 2 GB, not " + maxUpload + " bytes");
        require(workers > 0 && workers <= MOST_WORKERS, "Workers are from 1 to " + MOST_WORKERS + ", not " + workers);
        require(queue >= 0 && queue <= LONGEST_QUEUE, "A queue is from 0 to " + LONGEST_QUEUE + ", not " + queue);
        require(
                timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0,
                "A timeout is longer than 0 and up to 1 hour, not " + timeout.toMillis() + " ms");
    }

    private static ServerConfig withWorkers(int workers) {
        return new ServerConfig("127.0.0.1", 8000, 32L << 20, workers, queueFor(workers), Duration.ofSeconds(10));
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
