package io.eyegoogler.convert;

import java.util.List;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;

/**
 * One operator of a TFLite graph.
 *
 * @param code one of {@link BuiltinOperator}
 * @param name the operator's name in the schema, for messages
 * @param inputs numbers of tensors; −1 where an optional one is missing
 * @param outputs numbers of tensors
 * @param table where the options are
 */
record TfliteOperator(int code, String name, List<Integer> inputs, List<Integer> outputs, Operator table) {

    static TfliteOperator of(Operator operator, OperatorCode type) {
        // Codes above 127 do not fit into the first field; older files do not have the second.
        int code = Math.max(type.deprecatedBuiltinCode(), type.builtinCode());
        return new TfliteOperator(
                code,
                name(code, type.customCode()),
                TfliteModel.ints(operator.inputsLength(), operator::inputs),
                TfliteModel.ints(operator.outputsLength(), operator::outputs),
                operator);
    }

    private static String name(int code, String customCode) {
        return code == BuiltinOperator.CUSTOM ? "CUSTOM " + customCode : TfliteModel.name(BuiltinOperator.names, code);
    }
}
