package io.eyegoogler.convert;

import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.DivOptions;
import org.tensorflow.lite.schema.FullyConnectedOptions;
import org.tensorflow.lite.schema.FullyConnectedOptionsWeightsFormat;
import org.tensorflow.lite.schema.MulOptions;
import org.tensorflow.lite.schema.ReducerOptions;
import org.tensorflow.lite.schema.SubOptions;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/**
 * The TFLite operators that only calculate: number by number, along an axis, or as one matrix product. Some models
 * write parametric ReLU and softmax out in them. Both sides broadcast in the same way.
 */
final class TfliteArithmetic {
    private TfliteArithmetic() {}

    /** The operator as a TensorFlow operation, or the exception for one that nobody knows. */
    static Operand<TFloat32> convert(TfliteStep step) {
        return switch (step.code()) {
            case BuiltinOperator.NEG -> step.tf().math.neg(step.operand(0));
            case BuiltinOperator.EXP -> step.tf().math.exp(step.operand(0));
            case BuiltinOperator.MUL -> mul(step);
            case BuiltinOperator.SUB -> sub(step);
            case BuiltinOperator.DIV -> div(step);
            case BuiltinOperator.SUM -> sum(step);
            case BuiltinOperator.REDUCE_MAX -> reduceMax(step);
            case BuiltinOperator.FULLY_CONNECTED -> fullyConnected(step);
            default -> throw step.unsupported("unknown operator");
        };
    }

    private static Operand<TFloat32> mul(TfliteStep step) {
        var options = step.options(BuiltinOptions.MulOptions, new MulOptions());
        var product = step.tf().math.mul(step.operand(0), step.operand(1));
        return TfliteOperators.activation(step, product, options.fusedActivationFunction());
    }

    private static Operand<TFloat32> sub(TfliteStep step) {
        var options = step.options(BuiltinOptions.SubOptions, new SubOptions());
        var difference = step.tf().math.sub(step.operand(0), step.operand(1));
        return TfliteOperators.activation(step, difference, options.fusedActivationFunction());
    }

    private static Operand<TFloat32> div(TfliteStep step) {
        var options = step.options(BuiltinOptions.DivOptions, new DivOptions());
        var quotient = step.tf().math.div(step.operand(0), step.operand(1));
        return TfliteOperators.activation(step, quotient, options.fusedActivationFunction());
    }

    private static Operand<TFloat32> sum(TfliteStep step) {
        var options = step.options(BuiltinOptions.ReducerOptions, new ReducerOptions());
        return step.tf().sum(step.operand(0), step.tf().constant(axes(step)), Sum.keepDims(options.keepDims()));
    }

    private static Operand<TFloat32> reduceMax(TfliteStep step) {
        var options = step.options(BuiltinOptions.ReducerOptions, new ReducerOptions());
        return step.tf()
                .reduceMax(step.operand(0), step.tf().constant(axes(step)), ReduceMax.keepDims(options.keepDims()));
    }

    private static int[] axes(TfliteStep step) {
        int[] axes = step.ints(1);
        int batch = -step.input(0).shape().length;
        if (Arrays.stream(axes).anyMatch(axis -> axis == 0 || axis == batch)) {
            throw step.unsupported("works along the batch, which is free");
        }
        return axes;
    }

    /** TFLite's matrix is [out, in], TensorFlow's [in, out]; TFLite flattens all axes but the batch in passing. */
    private static Operand<TFloat32> fullyConnected(TfliteStep step) {
        var options = step.options(BuiltinOptions.FullyConnectedOptions, new FullyConnectedOptions());
        if (options.weightsFormat() != FullyConnectedOptionsWeightsFormat.DEFAULT || options.keepNumDims()) {
            throw step.unsupported("shuffled weights, or axes kept");
        }
        Weights matrix = step.weights(1, 2);
        var flat = step.tf().reshape(step.operand(0), step.tf().constant(new long[] {
            -1, matrix.shape().get(1)
        }));
        var product = step.tf().linalg.matMul(flat, step.constant(matrix.transpose(1, 0)));
        return TfliteOperators.activation(step, TfliteOperators.bias(step, product), options.fusedActivationFunction());
    }
}
