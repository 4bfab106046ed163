package io.eyegoogler.spark;

import io.eyegoogler.Cancellation;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.StageListener;
import io.eyegoogler.WorkCancelledException;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with a photo: a file's bytes and options as text in, a row out. */
enum PhotoFunction {
    /** Draws eyes. */
    GOOGLY(ResultRow.GOOGLY) {
        @Override
        Row process(EyeGoogler googler, ByteBuffer photo, GooglyOptions options, Cancellation cancellation) {
            return ResultRow.of(googler.googly(photo, options, cancellation, StageListener.NONE));
        }
    },
    /** Finds faces. */
    FACES(ResultRow.FACES) {
        @Override
        Row process(EyeGoogler googler, ByteBuffer photo, GooglyOptions options, Cancellation cancellation) {
            return ResultRow.of(googler.faces(photo, options, cancellation, StageListener.NONE));
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(PhotoFunction.class);

    private final StructType schema;

    PhotoFunction(StructType schema) {
        this.schema = schema;
    }

    abstract Row process(EyeGoogler googler, ByteBuffer photo, GooglyOptions options, Cancellation cancellation);

    /** Returns the name in SQL. */
    String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the fields of the row. */
    StructType schema() {
        return schema;
    }

    /**
     * Returns the function for columns. It counts as nondeterministic, also with a seed: otherwise Spark would evaluate
     * it a second time for a filter on its result.
     */
    UserDefinedFunction udf() {
        UDF2<byte[], String, Row> call = this::call;
        return functions.udf(call, schema).withName(sqlName()).asNondeterministic();
    }

    /**
     * Processes a photo. What is wrong with a photo or its options goes into the row's {@code error}.
     *
     * @throws WorkCancelledException if Spark ends the task
     * @throws IllegalStateException if this executor can't process any photo
     */
    Row call(byte[] content, String options) {
        EyeGoogler googler = JvmGoogler.get();
        if (content == null) {
            return ResultRow.error(schema, "There is no photo in this row.");
        }
        try {
            GooglyOptions parsed = OptionText.parse(options == null ? "" : options);
            return process(googler, ByteBuffer.wrap(content), parsed, untilKilled());
        } catch (PhotoRejectedException | InvalidOptionException rejected) {
            return ResultRow.error(schema, rejected.getMessage());
        } catch (WorkCancelledException killed) {
            throw killed;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError bug) {
            LOG.error("A photo of {} bytes can't be processed", content.length, bug);
            return ResultRow.error(schema, "Internal error: " + bug);
        }
    }

    private static Cancellation untilKilled() {
        TaskContext task = TaskContext.get();
        return task == null ? Cancellation.NEVER : Cancellation.when(task::isInterrupted);
    }
}
