package io.eyegoogler.spark;

import java.io.IOException;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Puts eyes on the photos of a folder, as {@code examples/spark_job.py} does, but as the command line does by default: PNG. */
public final class FolderJob {

    private FolderJob() {}

    /** Takes the folders of photos and of results. */
    public static void main(String[] folders) throws IOException {
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            spark.read().format("binaryFile").load(folders[0]).createOrReplaceTempView("photos");
            spark.sql("SELECT path, g.* FROM (SELECT path, googly(content, 'seed=7') AS g FROM photos)")
                    .write()
                    .options(Map.of("parquet.page.size.row.check.min", "1", "parquet.block.size.row.check.min", "1"))
                    .parquet(folders[1]);
            System.out.println("photos with eyes: "
                    + spark.read().parquet(folders[1]).where("error IS NULL").count());
        }
    }
}
