package io.eyegoogler.bench.http;

import io.eyegoogler.bench.Machine;
import io.eyegoogler.bench.MarkdownTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Mixed photos for a long time, {@code make soak MINUTES=20}: fails unless every answer is the expected one, what the
 * service holds stays {@linkplain Flatness flat}, and every {@code /health} is answered soon.
 */
public final class Soak {

    /** As many as the service works on at once on two processors, and as many waiting. */
    private static final int CLIENTS = 4;
    /** Memory moves with what photos are under way together. */
    private static final double MEMORY_FACTOR = 1.05;
    /** Connections and threads come and go with those who watch. */
    private static final double MORE_FILES = 3;

    private static final double MORE_THREADS = 3;
    /** What an orchestrator waits for a probe unless told otherwise: Kubernetes' timeoutSeconds. */
    private static final double MAX_HEALTH_MS = 1_000;

    private Soak() {}

    public static void main(String[] args) throws InterruptedException {
        Duration time = Duration.ofSeconds(Math.round(60 * Double.parseDouble(args[1])));
        List<MixedPhotos.Sent> files = MixedPhotos.all();
        try (ServerUnderTest server = ServerUnderTest.jar(Path.of(args[0]), "balanced", List.of("-Xms1600m"));
                Watch watch = new Watch(server)) {
            long end = System.nanoTime() + time.toNanos();
            List<SoakClient> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> new SoakClient(server.port(), files, i * files.size() / CLIENTS, end))
                    .toList();
            clients.forEach(SoakClient::start);
            for (SoakClient client : clients) {
                client.join();
            }
            System.out.println(Machine.describe());
            System.out.println(clients.stream().mapToInt(SoakClient::sent).sum() + " files of " + files.size()
                    + " kinds in " + time.toSeconds() + " s from " + CLIENTS + " clients, detection balanced, heap"
                    + " 1600 MB.\n");
            System.exit(report(clients, watch) ? 0 : 1);
        }
    }

    private static boolean report(List<SoakClient> clients, Watch watch) {
        MarkdownTable table = new MarkdownTable("", "second quarter", "last quarter", "may be", "");
        boolean flat = flat(table, watch, "memory, MB", Usage::residentMb, MEMORY_FACTOR, 0)
                & flat(table, watch, "open files", Usage::files, 1, MORE_FILES)
                & flat(table, watch, "threads", Usage::threads, 1, MORE_THREADS);
        int wrong = clients.stream().mapToInt(SoakClient::wrong).sum();
        table.row("unexpected answers", "", wrong, 0, verdict(wrong == 0));
        boolean healthy = watch.failedProbes() == 0 && watch.slowestHealthMs() <= MAX_HEALTH_MS;
        table.row(
                "slowest of " + watch.probes() + " /health, ms",
                "",
                watch.slowestHealthMs(),
                MAX_HEALTH_MS,
                verdict(healthy));
        System.out.println(table);
        clients.forEach(client -> client.unexpected().forEach(System.out::println));
        return flat && wrong == 0 && healthy;
    }

    private static boolean flat(
            MarkdownTable table, Watch watch, String name, ToDoubleFunction<Usage> value, double factor, double more) {
        List<Double> values = watch.usages().stream().map(value::applyAsDouble).toList();
        Flatness flatness = Flatness.of(values, factor, more);
        table.row(name, flatness.early(), flatness.late(), flatness.limit(), verdict(flatness.isFlat()));
        return flatness.isFlat();
    }

    private static String verdict(boolean good) {
        return good ? "as it should be" : "**wrong**";
    }
}
