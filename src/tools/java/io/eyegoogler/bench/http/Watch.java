package io.eyegoogler.bench.http;

import java.util.ArrayList;
import java.util.List;

/** Samples a server once a second: the resources it uses, and the latency of {@code /health}. */
public final class Watch implements AutoCloseable {

    private static final long EACH_NANOS = 1_000_000_000;
    private static final double NANOS_PER_MS = 1e6;
    private static final int OK = 200;

    private final ServerUnderTest server;
    private final List<Usage> usages = new ArrayList<>();
    private final Thread thread;
    private double slowestHealthMs;
    private int probes;
    private int failedProbes;

    public Watch(ServerUnderTest server) {
        this.server = server;
        thread = new Thread(this::sample, "watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void sample() {
        long next = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            long start = System.nanoTime();
            boolean healthy = server.get("/health") == OK;
            double ms = (System.nanoTime() - start) / NANOS_PER_MS;
            synchronized (this) {
                probes++;
                failedProbes += healthy ? 0 : 1;
                slowestHealthMs = Math.max(slowestHealthMs, ms);
                usages.add(server.usage());
            }
            next += EACH_NANOS;
            pause(next - System.nanoTime());
        }
    }

    private static void pause(long nanos) {
        try {
            Thread.sleep(Math.max(0, nanos) / 1_000_000);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the samples so far, one a second. */
    public synchronized List<Usage> usages() {
        return List.copyOf(usages);
    }

    public synchronized double slowestHealthMs() {
        return slowestHealthMs;
    }

    public synchronized int probes() {
        return probes;
    }

    public synchronized int failedProbes() {
        return failedProbes;
    }

    public synchronized double mostResidentMb() {
        return usages.stream().mapToDouble(Usage::residentMb).max().orElse(-1);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
