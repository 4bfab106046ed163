package io.eyegoogler.bench.http;

import io.eyegoogler.bench.Machine;
import io.eyegoogler.bench.MadePhotos;
import io.eyegoogler.bench.MarkdownTable;
import io.eyegoogler.bench.PhotoSize;
import io.eyegoogler.bench.Quantiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Load that rises beyond the capacity of the service, by more and more clients at once: {@code make load}, with wrk (Debian: {@code wrk}).
 *
 * <p>wrk sends and counts; how long each photo took that got its eyes, and how many were refused, is from the service's
 * own log, since wrk doesn't separate the times of refusals. A client that is refused waits for the second that
 * {@code Retry-After} asks for; the last row is of stubborn ones that don't.
 */
public final class RisingLoad {

    private static final int[] CLIENTS = {1, 2, 4, 8, 16, 32, 64};
    private static final int MAX_CLIENTS = 64;
    private static final int SECONDS = 15;
    private static final int WARM_UP_SECONDS = 10;
    /** For what is under way when wrk ends to end too. */
    private static final long SETTLE_MS = 3_000;

    private static final String STUBBORN = "stubborn";
    private static final int OK = 200;
    private static final int BUSY = 503;
    private static final Pattern SUM = Pattern.compile("sum answers=(\\d+) refused=(\\d+) broken=(\\d+) micros=(\\d+)");

    private final ServerUnderTest server;
    private final Path script;
    private final Path photo;

    private RisingLoad(ServerUnderTest server, Path script, Path photo) {
        this.server = server;
        this.script = script;
        this.photo = photo;
    }

    /**
     * What wrk counted.
     *
     * @param broken connections that failed, or were closed before the answer
     */
    private record Sum(long answers, long refused, long broken, double seconds) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path photo = Files.createTempFile("photo", ".jpg");
        Files.write(photo, MadePhotos.portrait(PhotoSize.FULL_HD));
        try (ServerUnderTest server = ServerUnderTest.jar(Path.of(args[0]), "balanced", List.of())) {
            System.out.println(Machine.describe());
            System.out.println("A photo of 2 megapixels, detection balanced, heap 1600 MB, " + SECONDS + " s a row.\n");
            System.out.println(new RisingLoad(server, Path.of(args[1]), photo).table());
        } finally {
            Files.delete(photo);
        }
    }

    private MarkdownTable table() throws IOException, InterruptedException {
        MarkdownTable table = new MarkdownTable(
                "clients at once",
                "photos/s",
                "median ms",
                "p99 ms",
                "503",
                "connections broken",
                "memory MB",
                "slowest /health, ms");
        RequestLines log = new RequestLines(server.log());
        wrk(2, WARM_UP_SECONDS, "");
        for (int clients : CLIENTS) {
            row(table, log, clients, "");
        }
        row(table, log, MAX_CLIENTS, STUBBORN);
        return table;
    }

    private void row(MarkdownTable table, RequestLines log, int clients, String manner)
            throws IOException, InterruptedException {
        Thread.sleep(SETTLE_MS);
        log.next();
        try (Watch watch = new Watch(server)) {
            Sum sum = wrk(clients, SECONDS, manner);
            List<RequestLines.Line> lines = log.next();
            Quantiles ms = new Quantiles(lines.stream()
                    .filter(line -> line.status() == OK)
                    .map(RequestLines.Line::ms)
                    .toList());
            long busy = lines.stream().filter(line -> line.status() == BUSY).count();
            table.row(
                    (clients + " " + manner).strip(),
                    (sum.answers - sum.refused) / sum.seconds,
                    ms.median(),
                    ms.of(0.99),
                    MarkdownTable.number(100.0 * busy / lines.size()) + " %",
                    sum.broken,
                    watch.mostResidentMb(),
                    watch.slowestHealthMs());
        }
    }

    private Sum wrk(int clients, int seconds, String manner) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "-t",
                        "1",
                        "-c",
                        Integer.toString(clients),
                        "-d",
                        seconds + "s",
                        "--timeout",
                        "60s",
                        "-s",
                        script.toString(),
                        "http://127.0.0.1:" + server.port() + "/eyegoogler",
                        "--",
                        photo.toString(),
                        manner)
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher sum = SUM.matcher(output);
        if (wrk.waitFor() != 0 || !sum.find()) {
            throw new IOException("wrk failed: " + output);
        }
        return new Sum(
                Long.parseLong(sum.group(1)),
                Long.parseLong(sum.group(2)),
                Long.parseLong(sum.group(3)),
                Long.parseLong(sum.group(4)) / 1e6);
    }
}
