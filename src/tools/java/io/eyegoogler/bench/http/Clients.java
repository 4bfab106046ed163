package io.eyegoogler.bench.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A number of clients, each on its own connection, that send a request again as soon as it is answered. */
final class Clients {

    private static final int OK = 200;
    private static final double NANOS_PER_MS = 1e6;

    private Clients() {}

    /**
     * The measurements.
     *
     * @param ms latency of each request
     * @param wallMs from the start of the first request to the end of the last
     * @param bytes of a response's body
     */
    record Outcome(List<Double> ms, double wallMs, long bytes) {}

    /** Sends requests for {@code time}; those that have begun are completed. Any status but 200 is an error. */
    static Outcome send(int port, byte[] request, int clients, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        List<Callable<List<Double>>> work = new ArrayList<>();
        long[] bytes = new long[1];
        for (int i = 0; i < clients; i++) {
            work.add(() -> client(port, request, end, bytes));
        }
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long start = System.nanoTime();
        try {
            List<Double> ms = new ArrayList<>();
            for (Future<List<Double>> done : threads.invokeAll(work)) {
                ms.addAll(done.get());
            }
            return new Outcome(ms, (System.nanoTime() - start) / NANOS_PER_MS, bytes[0]);
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        } finally {
            threads.shutdown();
        }
    }

    private static List<Double> client(int port, byte[] request, long end, long[] bytes) throws IOException {
        List<Double> ms = new ArrayList<>();
        try (Connection connection = new Connection(port)) {
            for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                Connection.Response response = connection.send(request);
                ms.add((System.nanoTime() - start) / NANOS_PER_MS);
                if (response.status() != OK) {
                    throw new IllegalStateException("The status is " + response.status());
                }
                bytes[0] = response.bytes();
            }
        }
        return ms;
    }
}
