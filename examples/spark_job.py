"""Puts googly eyes on the photos of a folder, and writes a table of the results:

spark-submit --jars eyegoogler-spark_2.13.jar spark_job.py PHOTOS RESULTS
"""
import sys

from pyspark.sql import SparkSession

photos, results = sys.argv[1:]
spark = SparkSession.builder.appName("EyeGoogler").getOrCreate()

folder = spark.read.format("binaryFile").option("recursiveFileLookup", True).load(photos)
folder.createOrReplaceTempView("photos")
googly = spark.sql("""
    SELECT path, g.*
    FROM (SELECT path, googly(content, 'style=cat&seed=7&format=jpeg') AS g FROM photos)
""")
# Parquet first looks at its memory after 100 rows; with photos in them, it must do so after each.
each_row = {"parquet.page.size.row.check.min": 1, "parquet.block.size.row.check.min": 1}
googly.write.options(**each_row).parquet(results)

spark.read.parquet(results).createOrReplaceTempView("results")
spark.sql("""
    SELECT count(*) AS photos, count(error) AS rejected, sum(size(faces)) AS faces FROM results
""").show()
