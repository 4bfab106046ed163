package io.eyegoogler.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;

/**
 * The functions as SQL knows them: {@code googly(content)}, {@code googly(content, 'style=cat&seed=7')}, and {@code
 * faces} likewise. {@code spark.udf().register} would allow one number of arguments only, and check no type before the
 * job runs.
 */
final class SqlFunctions {

    private static final Literal NO_OPTIONS = new Literal(UTF8String.fromString(""), DataTypes.StringType);
    /** One of the words that Spark allows for where a function comes from. */
    private static final String SOURCE = "java_udf";

    private static final boolean NULLABLE = true;
    /** See {@link PhotoFunction#udf}. */
    private static final boolean DETERMINISTIC = false;

    private SqlFunctions() {}

    static void register(SparkSession spark) {
        if (!(spark instanceof org.apache.spark.sql.classic.SparkSession session)) {
            throw new UnsupportedOperationException(
                    "The session is a remote one; start its Spark Connect server with the jar");
        }
        FunctionRegistry registry = session.sessionState().functionRegistry();
        for (PhotoFunction function : PhotoFunction.values()) {
            registry.createOrReplaceTempFunction(function.sqlName(), new Builder(function), SOURCE);
        }
    }

    static FunctionIdentifier id(PhotoFunction function) {
        return new FunctionIdentifier(function.sqlName());
    }

    /** Returns what {@code DESCRIBE FUNCTION} prints. */
    static ExpressionInfo description(PhotoFunction function) {
        String usage = "_FUNC_(content[, options]) - Returns a struct "
                + function.schema().simpleString() + " for the photo in the binary content, "
                + "with options such as 'style=cat&seed=7'.";
        String empty = "";
        return new ExpressionInfo(
                PhotoFunction.class.getName(),
                null,
                function.sqlName(),
                usage,
                empty,
                empty,
                empty,
                empty,
                empty,
                empty,
                SOURCE);
    }

    /** Builds the expression for a call. */
    static final class Builder extends AbstractFunction1<Seq<Expression>, Expression> {

        private final PhotoFunction function;

        Builder(PhotoFunction function) {
            this.function = function;
        }

        /**
         * Checks the arguments.
         *
         * @throws IllegalArgumentException if they aren't the function's, before the job runs
         */
        @Override
        public Expression apply(Seq<Expression> arguments) {
            List<Expression> given = CollectionConverters.asJava(arguments);
            if (given.isEmpty()
                    || given.size() > 2
                    || !has(given.get(0), DataTypes.BinaryType)
                    || given.size() == 2 && !has(given.get(1), DataTypes.StringType)) {
                throw new IllegalArgumentException(function.sqlName()
                        + " takes a photo's binary content and, optionally, a string of options, not "
                        + given.stream()
                                .map(Expression::dataType)
                                .map(DataType::simpleString)
                                .toList());
            }
            Expression options = given.size() == 2 ? given.get(1) : NO_OPTIONS;
            if (options.foldable() && options.eval(null) != null) {
                OptionText.parse(options.eval(null).toString());
            }
            return new ScalaUDF(
                    new Call(function),
                    function.schema(),
                    seq(List.of(given.get(0), options)),
                    SqlFunctions.<Option<ExpressionEncoder<?>>>seq(List.of()),
                    Option.empty(),
                    Option.apply(function.sqlName()),
                    NULLABLE,
                    DETERMINISTIC);
        }

        private static boolean has(Expression argument, DataType type) {
            return argument.dataType().equals(type) || argument.dataType().equals(DataTypes.NullType);
        }
    }

    /** Runs the function on an executor. */
    private static final class Call extends AbstractFunction2<byte[], String, Object> implements Serializable {

        private static final long serialVersionUID = 1L;

        private final PhotoFunction function;

        Call(PhotoFunction function) {
            this.function = function;
        }

        @Override
        public Object apply(byte[] content, String options) {
            return function.call(content, options);
        }
    }

    private static <T> Seq<T> seq(List<T> elements) {
        return CollectionConverters.asScala(elements).toSeq();
    }
}
