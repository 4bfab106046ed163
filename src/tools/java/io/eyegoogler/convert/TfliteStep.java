package io.eyegoogler.convert;

import com.google.flatbuffers.Table;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * One TFLite operator on its way into the graph: its inputs as they stand by now, its options, and the scope, named
 * after its output, that its TensorFlow operations go into. Inputs are counted from 0 as the TFLite operator has them.
 */
final class TfliteStep {
    private final Ops root;
    private final TfliteModel model;
    private final TfliteOperator operator;
    private final Map<Integer, TfliteValue> values;
    private final TfliteTensor output;
    private final Ops scope;

    /** {@code values} holds what earlier steps have made, by tensor. */
    TfliteStep(Ops root, TfliteModel model, TfliteOperator operator, Map<Integer, TfliteValue> values) {
        if (operator.outputs().size() != 1) {
            throw new ConversionException(model.name() + ": operator " + operator.name() + " has "
                    + operator.outputs().size() + " outputs, only 1 is supported");
        }
        this.root = root;
        this.model = model;
        this.operator = operator;
        this.values = values;
        this.output = model.tensor(operator.outputs().get(0));
        this.scope = root.withSubScope(Names.clean(output.name()));
    }

    Ops tf() {
        return scope;
    }

    int code() {
        return operator.code();
    }

    int inputs() {
        return operator.inputs().size();
    }

    boolean has(int input) {
        return input < inputs() && operator.inputs().get(input) >= 0;
    }

    TfliteTensor input(int input) {
        if (!has(input)) {
            throw unsupported("it has no input " + input);
        }
        return model.tensor(operator.inputs().get(input));
    }

    TfliteTensor output() {
        return output;
    }

    /** A float input as a node of the graph, be it computed or constant. */
    Operand<TFloat32> operand(int input) {
        TfliteValue value = value(input);
        return value instanceof TfliteValue.Computed computed ? computed.operand() : constant(weights(input));
    }

    /** A float input that must be known by now. */
    Weights weights(int input) {
        if (value(input) instanceof TfliteValue.Known known) {
            return known.weights();
        }
        throw unsupported("input " + input(input) + " is not constant");
    }

    /** A float input that must be known by now, and must have so many axes. */
    Weights weights(int input, int axes) {
        Weights weights = weights(input);
        if (weights.shape().numDimensions() != axes) {
            throw unsupported("input " + input(input) + " does not have " + axes + " axes");
        }
        return weights;
    }

    /** A constant FLOAT16 input. */
    Weights halves(int input) {
        TfliteTensor tensor = constant(input, TensorType.FLOAT16);
        return new Weights(tensor.name(), Shape.of(tensor.shape()), tensor.halves());
    }

    /** A constant INT32 input, such as a size or a list of axes. */
    int[] ints(int input) {
        return constant(input, TensorType.INT32).ints();
    }

    /** The operator's options read into {@code options}, which must be the table that {@code type} stands for. */
    <T extends Table> T options(byte type, T options) {
        if (operator.table().builtinOptionsType() != type || operator.table().builtinOptions(options) == null) {
            throw unsupported("it has no " + options.getClass().getSimpleName());
        }
        return options;
    }

    /** Weights as a node of the graph. They keep their own name, so that they stand beside the scopes, not in one. */
    Operand<TFloat32> constant(Weights weights) {
        return weights.in(root);
    }

    /** Throws unless the graph agrees with TFLite about the shape of the result, on every axis that is not free. */
    void check(TfliteValue result) {
        if (!output.is(TensorType.FLOAT32) || !result.shape().isCompatibleWith(Shape.of(output.shape()))) {
            throw unsupported("it became FLOAT32" + result.shape());
        }
    }

    /** The exception for whatever the converter does not know: names the model, the operator and the tensor. */
    ConversionException unsupported(String what) {
        return new ConversionException(
                model.name() + ": cannot convert operator " + operator.name() + " (tensor " + output + "): " + what);
    }

    private TfliteValue value(int input) {
        TfliteValue value = values.get(input(input).index());
        if (value != null) {
            return value;
        }
        TfliteTensor tensor = constant(input, TensorType.FLOAT32);
        return new TfliteValue.Known(new Weights(tensor.name(), Shape.of(tensor.shape()), tensor.floats()));
    }

    private TfliteTensor constant(int input, byte type) {
        TfliteTensor tensor = input(input);
        if (!tensor.isDenseConstant() || !tensor.is(type)) {
            throw unsupported("input " + tensor + " is not a dense constant of type " + TensorType.name(type));
        }
        return tensor;
    }
}
