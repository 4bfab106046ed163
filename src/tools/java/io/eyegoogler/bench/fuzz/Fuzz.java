package io.eyegoogler.bench.fuzz;

import io.eyegoogler.bench.http.Connection;
import io.eyegoogler.bench.http.Flatness;
import io.eyegoogler.bench.http.ServerUnderTest;
import io.eyegoogler.bench.http.Usage;
import io.eyegoogler.bench.http.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongPredicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Sends damaged images to the running service, {@code make fuzz MINUTES=10 SEED=1}. It fails on a server error other
 * than 503, a late or missing response, a stack trace in the log, growing memory, and a slow {@code /health}. It writes
 * its findings to {@code target/fuzz}; {@code make fuzz FUZZ="--replay FILE"} sends one of them again.
 */
@Command(name = "make fuzz", mixinStandardHelpOptions = true)
public final class Fuzz implements Callable<Integer> {

    private static final Path FOLDER = Path.of("target/fuzz");
    private static final String HOSTILE = "EYEGOOGLER_HOSTILE";
    /** Touches the whole heap at the start, so that any growth is outside of it. */
    private static final List<String> JVM = List.of("-Xms1600m", "-XX:+AlwaysPreTouch");
    /** The growth of memory that is tolerated, as by {@code make soak}. */
    private static final double MEMORY_FACTOR = 1.05;
    /** Samples of memory, one per second, from which on growth is judged. */
    private static final int MIN_SAMPLES = 60;

    private static final double MAX_HEALTH_MS = 5_000;
    private static final double MS_PER_SECOND = 1_000;

    @Parameters(index = "0", paramLabel = "JAR")
    private Path jar;

    @Option(names = "--minutes", defaultValue = "10", description = "Duration (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the mutations (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--mutations", description = "Number of mutations, instead of a duration.")
    private Long mutations;

    @Option(
            names = "--detection",
            defaultValue = "fast",
            description = "Detection mode of the service (default: ${DEFAULT-VALUE}, as the readers are under test).")
    private String detection;

    @Option(names = "--formats", split = ",", description = "Only these formats, for example png,tiff.")
    private Set<String> formats;

    @Option(names = "--replay", paramLabel = "FILE", description = "Sends this finding again, and nothing else.")
    private Path replay;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Fuzz()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (ServerUnderTest server = ServerUnderTest.jar(jar, detection, JVM)) {
            return (replay == null ? attack(server) : replay(server)) ? 0 : 1;
        }
    }

    private boolean replay(ServerUnderTest server) throws IOException {
        FuzzRequest request = FuzzRequest.read(replay);
        try (Connection connection = new Connection(server.port())) {
            Outcome outcome = Outcome.of(request, connection);
            System.out.println(replay + ": status " + outcome.status() + " after " + outcome.millis() + " ms; "
                    + request.origin());
            StackTrace.findAll(server.log()).forEach(trace -> System.out.println(trace.text()));
            return outcome.fault().isEmpty();
        }
    }

    private boolean attack(ServerUnderTest server) throws IOException, InterruptedException {
        List<SourceFile> files = files();
        System.out.println("Seed " + seed + ", mutations of " + files.size() + " files");
        Attack attack = new Attack(server, new Mutator(files, seed), FOLDER);
        double cpuBefore = server.usage().cpuMs();
        long start = System.nanoTime();
        try (Watch watch = new Watch(server)) {
            attack.run(wanted(start));
            double cpu = (server.usage().cpuMs() - cpuBefore) / MS_PER_SECOND;
            System.out.printf(
                    "%d mutations in %d s, %.0f CPU seconds; responses by status: %s%n",
                    attack.sent(), Duration.ofNanos(System.nanoTime() - start).toSeconds(), cpu, attack.statuses());
            attack.slowest()
                    .forEach(slow ->
                            System.out.println("  " + slow.millis() + " ms: " + slow.status() + "; " + slow.origin()));
            List<String> faults = faults(server, watch);
            reportStackTraces(server, attack);
            faults.forEach(System.out::println);
            System.out.println(attack.findings().size() + faults.size() + " findings");
            return attack.findings().isEmpty() && faults.isEmpty();
        }
    }

    private LongPredicate wanted(long start) {
        if (mutations != null) {
            return number -> number < mutations;
        }
        long end = start + Math.round(minutes * Duration.ofMinutes(1).toNanos());
        return number -> System.nanoTime() < end;
    }

    private List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>(SampleImages.all());
        String hostile = System.getenv(HOSTILE);
        if (hostile != null) {
            files.addAll(HostileFolder.files(Path.of(hostile)));
        }
        files.removeIf(file -> formats != null && !formats.contains(file.format()));
        return files;
    }

    /** Returns what is wrong with the process as a whole. */
    private static List<String> faults(ServerUnderTest server, Watch watch) {
        List<String> faults = new ArrayList<>();
        if (!server.isAlive()) {
            faults.add("The process has ended; see " + server.log());
        }
        if (watch.failedProbes() > 0 || watch.slowestHealthMs() > MAX_HEALTH_MS) {
            faults.add("Of " + watch.probes() + " /health " + watch.failedProbes() + " failed, and the slowest took "
                    + watch.slowestHealthMs() + " ms");
        }
        List<Double> memory = watch.usages().stream().map(Usage::residentMb).toList();
        System.out.println("Memory at most " + watch.mostResidentMb() + " MB; slowest /health "
                + Math.round(watch.slowestHealthMs()) + " ms");
        if (memory.size() >= MIN_SAMPLES) {
            Flatness flatness = Flatness.of(memory, MEMORY_FACTOR, 0);
            if (!flatness.isFlat()) {
                faults.add("Memory grows: " + flatness);
            }
        }
        return faults;
    }

    private static void reportStackTraces(ServerUnderTest server, Attack attack) throws IOException {
        for (StackTrace trace : StackTrace.findAll(server.log())) {
            trace.request().ifPresent(number -> attack.report(attack.request(number), "a stack trace in the log"));
            System.out.println(trace.text());
        }
    }
}
