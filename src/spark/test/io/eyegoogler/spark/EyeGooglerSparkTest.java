package io.eyegoogler.spark;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Face;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.WorkCancelledException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.TaskContext$;
import org.apache.spark.TaskContextImpl;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.collection.immutable.Map$;

class EyeGooglerSparkTest {

    private static final GooglyOptions CAT =
            GooglyOptions.DEFAULT.withStyle(EyeStyle.CAT).withSeed(7);
    private static final SparkSession SPARK = LocalSpark.SESSION;
    private static final EyeGoogler GOOGLER = EyeGoogler.load();

    /** Photos with and without a face, and files that are none. */
    @TempDir
    private static Path folder;

    @BeforeAll
    static void files() throws IOException {
        byte[] portrait = Files.readAllBytes(LocalSpark.PHOTOS.resolve("astronaut.png"));
        for (String photo : List.of("astronaut.png", "chelsea.png", "rocket.jpg")) {
            Files.copy(LocalSpark.PHOTOS.resolve(photo), folder.resolve(photo));
        }
        Files.write(folder.resolve("cut-off.png"), Arrays.copyOf(portrait, portrait.length / 2));
        Files.writeString(folder.resolve("text.jpg"), "no photo at all");
        // The header chunk's width and height, at byte 16: 30,000 × 30,000.
        Files.write(
                folder.resolve("huge.png"),
                ByteBuffer.wrap(portrait.clone())
                        .putInt(16, 30_000)
                        .putInt(20, 30_000)
                        .array());
    }

    @AfterAll
    static void close() {
        GOOGLER.close();
    }

    private static Dataset<Row> photos() {
        return SPARK.read().format("binaryFile").load(folder.toString());
    }

    private static List<Row> rows(Dataset<Row> results, String name) {
        return results.where(col("path").endsWith("/" + name)).collectAsList();
    }

    private static byte[] expected(String name, GooglyOptions options) throws IOException {
        return GOOGLER.googly(Files.readAllBytes(folder.resolve(name)), options).file();
    }

    @Test
    void googly_photos_areTheLibrarysBytes() throws IOException {
        Dataset<Row> results = EyeGooglerSpark.googly(photos(), CAT);

        for (String name : List.of("astronaut.png", "chelsea.png", "rocket.jpg")) {
            Row row = rows(results, name).get(0);
            assertArrayEquals(expected(name, CAT), row.<byte[]>getAs("file"), name);
            assertNull(row.getAs("error"), name);
        }
    }

    @Test
    void googly_result_hasTheDatasetsColumnsWithoutContent() {
        assertEquals(
                "path modificationTime length file format width height faces seed error",
                String.join(" ", EyeGooglerSpark.googly(photos(), CAT).columns()));
    }

    @Test
    void googly_portrait_tellsWhatWasDone() {
        Row row = rows(EyeGooglerSpark.googly(photos(), CAT), "astronaut.png").get(0);

        assertEquals("png", row.getAs("format"));
        assertEquals(512, row.<Integer>getAs("width"));
        assertEquals(512, row.<Integer>getAs("height"));
        assertEquals(1, row.getList(row.fieldIndex("faces")).size());
        assertEquals(7, row.<Long>getAs("seed"));
    }

    @Test
    void googly_filesThatAreNoPhotos_areRowsWithAnError() {
        List<Row> rejected = EyeGooglerSpark.googly(photos(), CAT)
                .where(col("error").isNotNull())
                .collectAsList();

        assertEquals(
                List.of("cut-off.png", "huge.png", "text.jpg"),
                rejected.stream()
                        .map(row -> row.<String>getAs("path"))
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .sorted()
                        .toList());
        assertTrue(rejected.stream().allMatch(row -> row.isNullAt(row.fieldIndex("file"))));
        assertTrue(rejected.stream().allMatch(row -> row.isNullAt(row.fieldIndex("faces"))));
        assertTrue(
                rejected.stream().noneMatch(row -> row.<String>getAs("error").contains("Exception")),
                () -> rejected.toString());
    }

    @Test
    void googly_morePixelsThanTheSetting_saysTheLimit() {
        String error =
                rows(EyeGooglerSpark.googly(photos(), CAT), "huge.png").get(0).getAs("error");

        assertTrue(error.contains("the limit is 1 MP"), error);
    }

    @Test
    void googly_filterOnTheResult_processesEachPhotoOnce() {
        Dataset<Row> results = EyeGooglerSpark.googly(photos(), CAT)
                .where(col("error").isNull())
                .select("path", "file", "seed");

        String plan = results.queryExecution().optimizedPlan().toString();

        assertEquals(2, plan.split("googly\\(", -1).length, plan);
    }

    @Test
    void googly_withoutASeed_drawsOneThatGivesTheSameBytes() throws IOException {
        Row row = rows(EyeGooglerSpark.googly(photos(), GooglyOptions.DEFAULT), "astronaut.png")
                .get(0);

        byte[] again = expected("astronaut.png", GooglyOptions.DEFAULT.withSeed(row.<Long>getAs("seed")));
        assertArrayEquals(again, row.<byte[]>getAs("file"));
    }

    @Test
    void googly_fileBeyondTheSourcesLimit_isNotReadIfItsLengthIsExcluded(@TempDir Path large) throws IOException {
        Files.copy(LocalSpark.PHOTOS.resolve("astronaut.png"), large.resolve("astronaut.png"));
        try (RandomAccessFile sparse =
                new RandomAccessFile(large.resolve("large.png").toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        Dataset<Row> photos = SPARK.read().format("binaryFile").load(large.toString());

        Dataset<Row> results = EyeGooglerSpark.googly(photos.where("length <= 33554432"), CAT);

        assertEquals(1, results.where("error IS NULL").count());
    }

    @Test
    void call_taskIsKilled_stops() throws IOException {
        byte[] photo = Files.readAllBytes(LocalSpark.PHOTOS.resolve("astronaut.png"));
        TaskContextImpl killed = TaskContext$.MODULE$.empty();
        killed.markInterrupted("test");

        TaskContext$.MODULE$.setTaskContext(killed);
        try {
            assertThrows(WorkCancelledException.class, () -> PhotoFunction.GOOGLY.call(photo, ""));
        } finally {
            TaskContext$.MODULE$.unset();
        }
    }

    @Test
    void googly_columnOfAResultsName_isRefused() {
        Dataset<Row> photos = photos().withColumn("error", col("path"));

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> EyeGooglerSpark.googly(photos, CAT));

        assertTrue(refused.getMessage().contains("[error]"), refused.getMessage());
    }

    @Test
    void googly_noContent_isRefused() {
        Dataset<Row> photos = photos().drop("content");

        assertThrows(IllegalArgumentException.class, () -> EyeGooglerSpark.googly(photos, CAT));
    }

    @Test
    void googly_contentIsNull_isARowWithAnError() {
        Dataset<Row> nothing = SPARK.range(1)
                .withColumn("content", org.apache.spark.sql.functions.lit(null).cast(DataTypes.BinaryType));

        assertNotNull(EyeGooglerSpark.googly(nothing, CAT).head().getAs("error"));
    }

    @Test
    void faces_portrait_areTheLibrarys() throws IOException {
        Face expected = GOOGLER.faces(Files.readAllBytes(folder.resolve("astronaut.png")))
                .faces()
                .get(0);

        Row row = rows(EyeGooglerSpark.faces(photos(), GooglyOptions.DEFAULT), "astronaut.png")
                .get(0);

        Row face = row.<Row>getList(row.fieldIndex("faces")).get(0);
        Row leftEye = face.<Row>getAs("keypoints").getAs("leftEye");
        assertEquals(expected.score(), face.<Double>getAs("score"));
        assertEquals(expected.box().width(), face.<Row>getAs("box").<Double>getAs("width"));
        assertEquals(expected.keypoints().leftEye().x(), leftEye.<Double>getAs("x"));
    }

    @Test
    void faces_result_hasItsColumns() {
        assertEquals(
                "path modificationTime length width height faces error",
                String.join(
                        " ",
                        EyeGooglerSpark.faces(photos(), GooglyOptions.DEFAULT).columns()));
    }

    @Test
    void sql_sessionWithTheJar_knowsTheFunctions() throws IOException {
        photos().createOrReplaceTempView("photos");

        Row row = SPARK.sql("SELECT googly(content, 'style=cat&seed=7') AS g, faces(content) AS f FROM photos"
                        + " WHERE path LIKE '%astronaut.png'")
                .select("g.file", "f.faces")
                .head();

        assertArrayEquals(expected("astronaut.png", CAT), row.<byte[]>getAs(0));
        assertEquals(1, row.getList(1).size());
    }

    @Test
    void sql_invalidOption_isRefusedBeforeTheJobRuns() {
        photos().createOrReplaceTempView("photos");

        InvalidOptionException refused = assertThrows(
                InvalidOptionException.class, () -> SPARK.sql("SELECT googly(content, 'style=dog') FROM photos"));

        assertTrue(refused.getMessage().contains("'dog' for option 'style'"), refused.getMessage());
    }

    @Test
    void sql_contentIsNoBinary_isRefusedBeforeTheJobRuns() {
        photos().createOrReplaceTempView("photos");

        assertThrows(IllegalArgumentException.class, () -> SPARK.sql("SELECT googly(path) FROM photos"));
        assertThrows(IllegalArgumentException.class, () -> SPARK.sql("SELECT googly(content, 7) FROM photos"));
    }

    @Test
    void sql_optionsOfEachRow_areUsed() {
        photos().createOrReplaceTempView("photos");

        List<Row> rows = SPARK.sql("SELECT googly(content, options) AS g FROM photos"
                        + " CROSS JOIN (VALUES ('seed=3'), ('seed=x')) AS o(options) WHERE path LIKE '%astronaut.png'")
                .select("g.seed", "g.error")
                .collectAsList();

        assertEquals(2, rows.size());
        assertTrue(rows.stream().anyMatch(row -> !row.isNullAt(0) && row.getLong(0) == 3));
        assertTrue(rows.stream()
                .anyMatch(row -> !row.isNullAt(1) && row.getString(1).contains("'x'")));
    }

    @Test
    void describe_function_tellsItsResult() {
        String text = SPARK.sql("DESCRIBE FUNCTION googly").collectAsList().stream()
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));

        assertTrue(text.contains("file:binary"), text);
    }

    @Test
    void register_sessionWithoutTheExtension_makesTheFunctionsKnown() {
        SparkSession plain = new org.apache.spark.sql.classic.SparkSession(
                SPARK.sparkContext(),
                Option.empty(),
                Option.empty(),
                new SparkSessionExtensions(),
                Map$.MODULE$.empty(),
                Map$.MODULE$.empty());
        String query = "SELECT faces(unhex('00')).error, googly(unhex('00'), 'seed=1').error";
        assertThrows(Exception.class, () -> plain.sql(query));

        EyeGooglerSpark.register(plain);

        Row errors = plain.sql(query).head();
        assertFalse(errors.isNullAt(0) || errors.isNullAt(1), errors::toString);
    }

    @Test
    void googly_hostileFiles_areOneRowEach() throws IOException {
        String hostile = System.getenv("EYEGOOGLER_HOSTILE");
        Assumptions.assumeTrue(hostile != null, "To run this test, set EYEGOOGLER_HOSTILE to a folder with its data");
        long files;
        try (Stream<Path> all = Files.list(Path.of(hostile))) {
            files = all.filter(Files::isRegularFile).count();
        }

        Dataset<Row> results =
                EyeGooglerSpark.googly(SPARK.read().format("binaryFile").load(hostile), GooglyOptions.DEFAULT);
        List<String> errors = results.select("path", "error").collectAsList().stream()
                .map(row -> row.getString(0) + " " + row.getString(1))
                .toList();

        assertEquals(files, errors.size());
        assertTrue(errors.stream().noneMatch(error -> error.contains("Internal error")), errors::toString);
    }
}
