package io.eyegoogler.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * An application for a real cluster, submitted by {@code src/spark/check}: it uses SQL only, as PySpark does, and compares
 * every result with the command line's, also while an executor is killed.
 *
 * <p>Arguments: a folder of photos and files that are none, and a folder of the command line's results with seed 7.
 */
public final class ClusterCheck {

    private static final String GOOGLY =
            "SELECT path, g.* FROM (SELECT path, googly(content, 'seed=7') AS g FROM photos)";
    /** Tasks that are done when the executor is killed. */
    private static final int TASKS_BEFORE_KILL = 3;

    private ClusterCheck() {}

    public static void main(String[] folders) throws IOException {
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            Executors executors = new Executors();
            spark.sparkContext().addSparkListener(executors);
            spark.read().format("binaryFile").load(folders[0]).createOrReplaceTempView("photos");
            Path expected = Path.of(folders[1]);

            System.out.println("== two executors, no native library unpacked yet");
            compare(spark.sql(GOOGLY).collectAsList(), expected);
            require(executors.added.get() == 2, executors.added + " executors");

            System.out.println("== an executor is killed midway");
            executors.killAfter.set(TASKS_BEFORE_KILL);
            Path table = Files.createTempDirectory("spark-check").resolve("results");
            spark.sql(GOOGLY).write().parquet(table.toString());
            require(executors.killAfter.get() <= 0, "no executor was killed");
            require(executors.failed.get() > 0 || executors.added.get() > 2, "no task noticed");
            Dataset<Row> results = spark.read().parquet(table.toString());
            compare(results.collectAsList(), expected);
            System.out.println("tasks done " + executors.done + ", failed " + executors.failed + "; executors started "
                    + executors.added);
        }
    }

    private static void compare(List<Row> rows, Path expected) throws IOException {
        int rejected = 0;
        int same = 0;
        for (Row row : rows) {
            String name = Path.of(row.<String>getAs("path")).getFileName().toString();
            Path file = expected.resolve(name.substring(0, name.lastIndexOf('.')) + "-googly.png");
            if (Files.exists(file)) {
                require(row.getAs("error") == null, name + ": " + row.getAs("error"));
                require(Arrays.equals(Files.readAllBytes(file), row.<byte[]>getAs("file")), name + " differs");
                same++;
            } else {
                require(row.getAs("error") != null && row.getAs("file") == null, name + " has no error");
                System.out.println("  " + name + ": " + row.getAs("error"));
                rejected++;
            }
        }
        try (var files = Files.list(expected)) {
            require(same == files.count(), "only " + same + " results");
        }
        System.out.println("  " + same + " photos as the command line gives them, " + rejected + " rows with an error");
    }

    private static void require(boolean met, String message) {
        if (!met) {
            throw new AssertionError(message);
        }
    }

    /** Counts, and kills an executor's process. */
    private static final class Executors extends SparkListener {

        private final AtomicInteger added = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        /** Tasks until the kill; negative after it. */
        private final AtomicInteger killAfter = new AtomicInteger(Integer.MAX_VALUE);

        @Override
        public void onExecutorAdded(SparkListenerExecutorAdded executor) {
            added.incrementAndGet();
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd task) {
            (task.taskInfo().successful() ? done : failed).incrementAndGet();
            if (killAfter.decrementAndGet() == 0) {
                ProcessHandle.current()
                        .descendants()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                        .findFirst()
                        .orElseThrow()
                        .destroyForcibly();
            }
        }
    }
}
