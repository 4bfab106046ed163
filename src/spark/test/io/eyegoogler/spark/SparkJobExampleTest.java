package io.eyegoogler.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL of {@code examples/spark_job.py}, in a session that is made as PySpark makes it. */
class SparkJobExampleTest {

    private static final Pattern SQL = Pattern.compile("spark\\.sql\\(\"\"\"(.*?)\"\"\"\\)", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("\"(parquet\\.[a-z.]+)\": (\\d+)");

    @TempDir
    private Path directory;

    @Test
    void sql_photos_areCountedWithWhatWasRejected() throws IOException {
        String job = Files.readString(LocalSpark.ROOT.resolve("examples/spark_job.py"));
        List<String> statements =
                SQL.matcher(job).results().map(match -> match.group(1)).toList();
        HashMap<String, String> options = new HashMap<>();
        OPTION.matcher(job).results().forEach((MatchResult match) -> options.put(match.group(1), match.group(2)));
        assertEquals(2, options.size());
        Path results = directory.resolve("results");
        SparkSession spark =
                new org.apache.spark.sql.classic.SparkSession(LocalSpark.SESSION.sparkContext(), new HashMap<>());

        spark.read()
                .format("binaryFile")
                .option("recursiveFileLookup", true)
                .load(photos().toString())
                .createOrReplaceTempView("photos");
        spark.sql(statements.get(0)).write().options(options).parquet(results.toString());
        spark.read().parquet(results.toString()).createOrReplaceTempView("results");
        Row counts = spark.sql(statements.get(1)).head();

        assertEquals("[3,1,1]", counts.toString());
    }

    private Path photos() throws IOException {
        Path subfolder = Files.createDirectories(directory.resolve("photos/more"));
        for (String photo : List.of("astronaut.png", "chelsea.png")) {
            Files.copy(LocalSpark.PHOTOS.resolve(photo), subfolder.resolve(photo));
        }
        Files.writeString(directory.resolve("photos/text.jpg"), "no photo at all");
        return directory.resolve("photos");
    }
}
