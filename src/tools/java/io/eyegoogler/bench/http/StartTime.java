package io.eyegoogler.bench.http;

import io.eyegoogler.bench.Machine;
import io.eyegoogler.bench.MadePhotos;
import io.eyegoogler.bench.MarkdownTable;
import io.eyegoogler.bench.PhotoSize;
import io.eyegoogler.bench.Quantiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The time from the start of the process until {@code /ready} answers 200, and how long the first photos after that
 * take: {@code make bench-start}.
 */
public final class StartTime {

    private static final int STARTS = 5;
    /** Photos sent to a process after its start. */
    private static final int PHOTOS = 100;
    /** Of those, the last ones, whose median stands for the hundredth. */
    private static final int LAST = 10;

    private StartTime() {}

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        MarkdownTable table = new MarkdownTable("start", "fast, s", "balanced, s");
        table.row("first: the native library is unpacked", first(jar, "fast"), first(jar, "balanced"));
        table.row("later, median of " + STARTS, later(jar, "fast"), later(jar, "balanced"));
        System.out.println(Machine.describe() + "\n");
        System.out.println(table);
        System.out.println(firstPhotos(jar));
    }

    private static MarkdownTable firstPhotos(Path jar) throws IOException {
        MarkdownTable table = new MarkdownTable(
                "balanced, median of " + STARTS + " starts",
                "first photo, ms",
                "photo " + PHOTOS + ", ms",
                "×",
                "× at most");
        for (PhotoSize size : List.of(PhotoSize.SMALL, PhotoSize.TWELVE)) {
            byte[] request = Connection.post("/eyegoogler/", MadePhotos.portrait(size));
            List<Double> first = new ArrayList<>();
            List<Double> last = new ArrayList<>();
            List<Double> ratio = new ArrayList<>();
            for (int i = 0; i < STARTS; i++) {
                List<Double> ms = photos(jar, request);
                first.add(ms.get(0));
                last.add(Quantiles.median(ms.subList(PHOTOS - LAST, PHOTOS)));
                ratio.add(first.get(i) / last.get(i));
            }
            table.row(
                    size.megapixels() + " MP",
                    Quantiles.median(first),
                    Quantiles.median(last),
                    Quantiles.median(ratio),
                    Collections.max(ratio));
        }
        return table;
    }

    /** Returns how long each of the first photos of a process takes, ms. */
    private static List<Double> photos(Path jar, byte[] request) throws IOException {
        List<Double> ms = new ArrayList<>();
        try (ServerUnderTest server = ServerUnderTest.jar(jar, "balanced", List.of())) {
            try (Connection connection = new Connection(server.port())) {
                for (int i = 0; i < PHOTOS; i++) {
                    long start = System.nanoTime();
                    connection.send(request);
                    ms.add((System.nanoTime() - start) / 1e6);
                }
            }
        }
        return ms;
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
            return server.startTime().toMillis() / 1000.0;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
