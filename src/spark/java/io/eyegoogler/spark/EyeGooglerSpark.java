package io.eyegoogler.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.eyegoogler.GooglyOptions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Googly eyes for the photos of a dataset, such as Spark's source {@code binaryFile} reads:
 *
 * <pre>{@code
 * Dataset<Row> photos = spark.read().format("binaryFile").load("photos");
 * EyeGooglerSpark.googly(photos, GooglyOptions.DEFAULT.withSeed(7)).write().parquet("results");
 * }</pre>
 *
 * <p>Each row is processed once, however many of its columns are used later. A photo that cannot be processed gives a
 * row whose column {@code error} says why, and whose other result columns are null; no photo ends the job. The models
 * are loaded once in each executor's JVM, when it gets its first photo.
 */
public final class EyeGooglerSpark {

    private static final String CONTENT = "content";
    /** Holds a function's result until its fields become columns; no column of a user's has this name. */
    private static final String RESULT = "__eyegoogler_result";

    private EyeGooglerSpark() {}

    /**
     * {@return {@code photos} with googly eyes on every face: its columns, without {@code content}, and {@code file},
     * {@code format}, {@code width}, {@code height}, {@code faces}, {@code seed} and {@code error}}
     *
     * @param photos has a binary column {@code content}, the bytes of a photo's file
     * @param options how the eyes should be, and the format of {@code file}
     * @throws IllegalArgumentException if {@code photos} has a column of a result's name, or no {@code content}
     */
    public static Dataset<Row> googly(Dataset<Row> photos, GooglyOptions options) {
        return apply(PhotoFunction.GOOGLY, photos, options);
    }

    /**
     * {@return {@code photos} with the faces that are in them: its columns, without {@code content}, and {@code width},
     * {@code height}, {@code faces} and {@code error}}
     *
     * @param photos has a binary column {@code content}, the bytes of a photo's file
     * @param options of which only {@code detection} has an effect
     * @throws IllegalArgumentException if {@code photos} has a column of a result's name, or no {@code content}
     */
    public static Dataset<Row> faces(Dataset<Row> photos, GooglyOptions options) {
        return apply(PhotoFunction.FACES, photos, options);
    }

    /**
     * Makes the SQL functions {@code googly} and {@code faces} known to a session that was started without the jar:
     * where the jar is given at the start ({@code --jars}), they are known already.
     *
     * @param spark a session of this JVM; a Spark Connect server must be started with the jar
     */
    public static void register(SparkSession spark) {
        SqlFunctions.register(spark);
    }

    private static Dataset<Row> apply(PhotoFunction function, Dataset<Row> photos, GooglyOptions options) {
        List<String> columns = List.of(photos.columns());
        if (!columns.contains(CONTENT)) {
            throw new IllegalArgumentException("The dataset has no column " + CONTENT + ", only " + columns);
        }
        List<String> taken = Stream.of(function.schema().fieldNames())
                .filter(columns::contains)
                .toList();
        if (!taken.isEmpty()) {
            throw new IllegalArgumentException(
                    "The result has columns " + taken + " of its own; drop or rename the dataset's");
        }
        Column result = function.udf().apply(col(CONTENT), lit(OptionText.of(options)));
        return photos.withColumn(RESULT, result)
                .drop(CONTENT)
                .select(col("*"), col(RESULT + ".*"))
                .drop(RESULT);
    }
}
