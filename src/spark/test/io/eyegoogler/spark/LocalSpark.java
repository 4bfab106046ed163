package io.eyegoogler.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** A session of two cores in this JVM, one for all tests, and the project's photos. */
final class LocalSpark {

    static final Path ROOT = Path.of(System.getProperty("eyegoogler.root"));
    static final Path PHOTOS = ROOT.resolve("src/test/resources/photos");

    static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.warehouse.dir", Path.of("target", "warehouse").toString())
            .config(JvmGoogler.MAX_PIXELS, 1_000_000)
            .getOrCreate();

    private LocalSpark() {}
}
