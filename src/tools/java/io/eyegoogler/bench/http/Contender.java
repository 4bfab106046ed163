package io.eyegoogler.bench.http;

import io.eyegoogler.bench.Quantiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server under comparison: where requests go, and the measurements for one row of the table. */
final class Contender {

    private static final long WATCH_MS = 50;

    final String name;
    private final ServerUnderTest server;
    private final String path;
    private final List<Double> ms = new ArrayList<>();
    private double wallMs;
    private double cpuMs;
    private double residentMb;
    private long bytes;

    Contender(String name, ServerUnderTest server, String path) {
        this.name = name;
        this.server = server;
        this.path = path;
    }

    /** Forgets what was measured. */
    void clear() {
        ms.clear();
        wallMs = 0;
        cpuMs = 0;
        residentMb = 0;
    }

    /** Sends {@code photo} repeatedly for {@code time}, without measuring. */
    Clients.Outcome run(byte[] photo, int clients, Duration time) {
        return Clients.send(server.port(), Connection.post(path, photo), clients, time);
    }

    /** Sends {@code photo} repeatedly for {@code time}, and adds to the measurements. */
    void measure(byte[] photo, int clients, Duration time) {
        Thread watch = new Thread(this::watchMemory);
        watch.setDaemon(true);
        Usage before = server.usage();
        watch.start();
        Clients.Outcome outcome = run(photo, clients, time);
        watch.interrupt();
        cpuMs += server.usage().cpuMs() - before.cpuMs();
        wallMs += outcome.wallMs();
        ms.addAll(outcome.ms());
        bytes = outcome.bytes();
    }

    private void watchMemory() {
        try {
            while (!Thread.interrupted()) {
                residentMb = Math.max(residentMb, server.usage().residentMb());
                Thread.sleep(WATCH_MS);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    double median() {
        return new Quantiles(ms).median();
    }

    double p99() {
        return new Quantiles(ms).of(0.99);
    }

    double requestsPerSecond() {
        return ms.size() / wallMs * 1000;
    }

    double cpuMsPerRequest() {
        return cpuMs / ms.size();
    }

    double residentMb() {
        return residentMb;
    }

    double answerMb() {
        return bytes / 1e6;
    }

    int count() {
        return ms.size();
    }
}
