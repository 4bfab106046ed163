package io.eyegoogler.bench.http;

import io.eyegoogler.bench.Machine;
import io.eyegoogler.bench.MarkdownTable;
import io.eyegoogler.bench.Quantiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** From the process's begin until {@code /ready} says so: {@code make bench-start}. */
public final class StartTime {

    private static final int STARTS = 5;

    private StartTime() {}

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        MarkdownTable table = new MarkdownTable("start", "fast, s", "balanced, s");
        table.row("first: the native library is unpacked", first(jar, "fast"), first(jar, "balanced"));
        table.row("later, median of " + STARTS, later(jar, "fast"), later(jar, "balanced"));
        System.out.println(Machine.describe() + "\n");
        System.out.println(table);
    }

    private static double first(Path jar, String detection) throws IOException {
        Path cache = Files.createTempDirectory("eyegoogler-start");
        try {
            return start(jar, detection, List.of("-Dorg.bytedeco.javacpp.cachedir=" + cache));
        } finally {
            delete(cache);
        }
    }

    private static double later(Path jar, String detection) {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            seconds.add(start(jar, detection, List.of()));
        }
        return Quantiles.median(seconds);
    }

    private static double start(Path jar, String detection, List<String> options) {
        try (ServerUnderTest server = ServerUnderTest.jar(jar, detection, options)) {
            return server.start().toMillis() / 1000.0;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
