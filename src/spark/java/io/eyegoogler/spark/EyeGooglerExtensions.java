package io.eyegoogler.spark;

import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import scala.Tuple3;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Makes the SQL functions {@code googly} and {@code faces} known to every session. Spark finds this class in the jar by
 * itself; {@code spark.sql.extensions} may name it too.
 */
public final class EyeGooglerExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit>
        implements SparkSessionExtensionsProvider {

    /** Called by Spark. */
    public EyeGooglerExtensions() {}

    /**
     * Adds the functions.
     *
     * @param extensions of the sessions to come
     */
    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        for (PhotoFunction function : PhotoFunction.values()) {
            extensions.injectFunction(new Tuple3<>(
                    SqlFunctions.id(function), SqlFunctions.description(function), new SqlFunctions.Builder(function)));
        }
        return BoxedUnit.UNIT;
    }
}
