package io.eyegoogler.bench.scale;

import io.eyegoogler.bench.Machine;
import io.eyegoogler.bench.MarkdownTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The same photos by the command line in one process, by a process for each processor with a shard each, and by Spark in
 * one process and in one for each processor: {@code make bench-scale}. Each way runs twice, on all photos and on a part of
 * them: times include the starts, which the difference of the two leaves out.
 *
 * <p>{@code COUNT=500} photos are made, of those of {@code PHOTOS=dir} too if that is given.
 */
public final class ScaleComparison {

    private static final Path FOLDER = Path.of("target/bench/scale").toAbsolutePath();
    private static final String SEED = "7";
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    /** What a process that works on one photo at a time needs for 12 megapixels, and what Spark needs in addition. */
    private static final String HEAP = "1g";
    /** Of a worker of local-cluster, MB: {@link #HEAP} and something. */
    private static final int WORKER_MEMORY = 1300;

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double MILLION = 1e6;

    /** The part of the photos is one in so many. */
    private static final int PART = 5;

    private final Path jar;
    /** Which to process, and how many there are. */
    private final Path photos;

    private final int count;

    private ScaleComparison(Path jar, Path photos, int count) {
        this.jar = jar;
        this.photos = photos;
        this.count = count;
    }

    /** A way to process photos. */
    private interface Way {
        ProcessTree run(ScaleComparison photos) throws IOException, InterruptedException;
    }

    /** Takes the fat jar, the number of photos, and, optionally, a folder of pictures to make them of. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path jar = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        PhotoCollection collection = new PhotoCollection(args.length > 2 ? Path.of(args[2]) : null);
        String name = args.length > 2 ? "more-photos-" : "photos-";
        ScaleComparison all = new ScaleComparison(jar, FOLDER.resolve(name + count), count);
        ScaleComparison part = new ScaleComparison(jar, FOLDER.resolve(name + count / PART), count / PART);
        collection.write(all.photos, all.count);
        collection.write(part.photos, part.count);
        // Unpacks the native library, which Spark shares.
        part.commandLine(1);

        MarkdownTable table = new MarkdownTable(
                PROCESSORS + " processors",
                "s",
                "photos/s",
                "CPU-seconds a photo",
                "of these the start",
                "CPU-hours a million photos");
        row(table, "command line, one process", all, part, photos -> photos.commandLine(1));
        row(table, "command line, " + PROCESSORS + " shards", all, part, photos -> photos.commandLine(PROCESSORS));
        row(table, "Spark, local", all, part, photos -> photos.spark("local[" + PROCESSORS + "]"));
        String cluster = "local-cluster[" + PROCESSORS + ",1," + WORKER_MEMORY + "]";
        row(table, "Spark, " + PROCESSORS + " executors", all, part, photos -> photos.spark(cluster));
        System.out.println(Machine.describe() + "; " + count + " photos, " + megabytes(all.photos) + " MB\n");
        System.out.println(table);
    }

    private static void row(MarkdownTable table, String name, ScaleComparison all, ScaleComparison part, Way way)
            throws IOException, InterruptedException {
        ProcessTree few = way.run(part);
        ProcessTree many = way.run(all);
        double photo = many.cpuSeconds() / all.count;
        double further = (many.cpuSeconds() - few.cpuSeconds()) / (all.count - part.count);
        table.row(
                name,
                many.seconds(),
                all.count / many.seconds(),
                photo,
                photo - further,
                further * MILLION / SECONDS_PER_HOUR);
    }

    /** As many processes as shards; more than one have a processor each. */
    private ProcessTree commandLine(int shards) throws IOException, InterruptedException {
        Path results = empty("results");
        List<List<String>> commands = IntStream.range(0, shards)
                .mapToObj(shard -> {
                    List<String> command = new ArrayList<>(List.of("java", "-Xmx" + HEAP));
                    if (shards > 1) {
                        command.add("-XX:ActiveProcessorCount=1");
                    }
                    command.addAll(List.of("-jar", jar.toString(), "googly", "--seed", SEED));
                    command.addAll(List.of("--shard", shard + "/" + shards));
                    command.addAll(List.of("--output", results.toString(), photos.toString()));
                    return command;
                })
                .toList();
        ProcessTree run = ProcessTree.run(commands, Map.of(), FOLDER.resolve("command-line.log"));
        try (Stream<Path> files = Files.list(results)) {
            require(files.count());
        }
        return run;
    }

    private ProcessTree spark(String master) throws IOException, InterruptedException {
        Path results = empty("table");
        Path work = empty("spark");
        Path log = FOLDER.resolve("spark.log");
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>(List.of("src/spark/submit", master, "io.eyegoogler.spark.FolderJob"));
        command.addAll(List.of(photos.toString(), results.toString()));
        Map<String, String> environment = Map.of(
                "SPARK_WORK",
                work.toString(),
                "SPARK_DRIVER_MEMORY",
                HEAP,
                "SPARK_EXECUTOR_OPTIONS",
                "-XX:ActiveProcessorCount=1");
        ProcessTree run = ProcessTree.run(List.of(command), environment, log);
        try (Stream<String> lines = Files.lines(log)) {
            require(lines.filter(line -> line.startsWith("photos with eyes: "))
                    .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst()
                    .orElse(0));
        }
        return run;
    }

    private void require(long results) {
        if (results != count) {
            throw new IllegalStateException(results + " results for " + count + " photos");
        }
    }

    private static Path empty(String name) throws IOException {
        Path folder = FOLDER.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return folder;
    }

    private static long megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
        }
    }
}
