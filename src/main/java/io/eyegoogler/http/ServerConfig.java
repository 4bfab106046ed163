package io.eyegoogler.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Configuration of the server.
 *
 * @param host name or address to listen on
 * @param port port to listen on; 0 for any free one
 * @param maxUpload maximum size of a request body, bytes
 * @param workers number of photos processed at once
 * @param queue number of requests that may wait for a worker
 * @param timeout from a request's complete arrival to its response
 * @param allowOrigins origins whose pages may call the server, or {@code *}; none if empty
 * @param apiKeysFile file of keys, one of which each {@code POST} needs; if empty, none is needed
 */
public record ServerConfig(
        String host,
        int port,
        long maxUpload,
        int workers,
        int queue,
        Duration timeout,
        Set<String> allowOrigins,
        Optional<Path> apiKeysFile) {

    private static final int QUEUED_PER_WORKER = 8;
    private static final int MAX_PORT = 65_535;
    /** More than any machine has processors. */
    private static final int MAX_WORKERS = 1_024;
    /** Each place in the queue adds a thread to the server's limit. */
    private static final int MAX_QUEUE = 10_000;

    private static final Duration MAX_TIMEOUT = Duration.ofHours(1);

    /** Local only, port 8000, uploads up to 32 MB, one worker per processor, 8 places to wait for each, 10 s. */
    public static final ServerConfig DEFAULT = withWorkers(Runtime.getRuntime().availableProcessors());

    public ServerConfig {
        checkRange("port", port, 0, MAX_PORT);
        check(
                maxUpload > 0 && maxUpload < Integer.MAX_VALUE,
                "max-upload",
                UnitFormat.bytes(maxUpload),
                "a size of at least 1 byte and less than 2 GB");
        checkRange("workers", workers, 1, MAX_WORKERS);
        checkRange("queue", queue, 0, MAX_QUEUE);
        check(
                timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(MAX_TIMEOUT) <= 0,
                "timeout",
                timeout.toMillis() + "ms",
                "a time of more than 0 and at most 60m");
        check(
                Cors.isValid(allowOrigins),
                "allow-origins",
                String.join(",", allowOrigins),
                "* or a comma-separated list of origins such as https://example.org, in lower case and without a path");
        allowOrigins = Set.copyOf(allowOrigins);
    }

    /** Creates a configuration for pages of the server's own origin, and without keys. */
    public ServerConfig(String host, int port, long maxUpload, int workers, int queue, Duration timeout) {
        this(host, port, maxUpload, workers, queue, timeout, Set.of(), Optional.empty());
    }

    /** Returns this configuration with pages of {@code origins} allowed. */
    public ServerConfig withAllowOrigins(Set<String> origins) {
        return new ServerConfig(host, port, maxUpload, workers, queue, timeout, origins, apiKeysFile);
    }

    /** Returns this configuration with the keys of {@code file} required. */
    public ServerConfig withApiKeysFile(Path file) {
        return new ServerConfig(host, port, maxUpload, workers, queue, timeout, allowOrigins, Optional.of(file));
    }

    private static ServerConfig withWorkers(int workers) {
        return new ServerConfig("127.0.0.1", 8000, 32L << 20, workers, queueFor(workers), Duration.ofSeconds(10));
    }

    /** Returns the default number of requests that may wait for {@code workers}. */
    public static int queueFor(int workers) {
        return QUEUED_PER_WORKER * workers;
    }

    /** Returns the URL of a server that listens on {@link #host} and {@code port}. */
    public String url(int port) {
        return url(host, port);
    }

    /** Returns the URL of a server; an IPv6 address gets its brackets. */
    public static String url(String host, int port) {
        return "http://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }

    private static void checkRange(String name, int value, int min, int max) {
        check(value >= min && value <= max, name, Integer.toString(value), "a number from " + min + " to " + max);
    }

    private static void check(boolean valid, String name, String value, String expected) {
        if (!valid) {
            throw new IllegalArgumentException(
                    "Invalid value '" + value + "' for '" + name + "': expected " + expected);
        }
    }
}
