package io.eyegoogler.convert;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptions;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.DepthwiseConv2DOptions;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptions;
import org.tensorflow.lite.schema.ResizeBilinearOptions;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.types.TFloat32;

/**
 * Every TFLite operator the converter knows, and what it is in TensorFlow. Pictures and feature maps are
 * [batch, height, width, channels] in both, and SAME and VALID padding mean the same.
 */
final class TfliteOperators {
    private TfliteOperators() {}

    static TfliteValue convert(TfliteStep step) {
        return switch (step.code()) {
            case BuiltinOperator.DEQUANTIZE -> new TfliteValue.Known(dequantize(step));
            case BuiltinOperator.ADD -> computed(add(step));
            case BuiltinOperator.CONCATENATION -> computed(concatenation(step));
            case BuiltinOperator.CONV_2D -> computed(conv2d(step));
            case BuiltinOperator.DEPTHWISE_CONV_2D -> computed(depthwiseConv2d(step));
            case BuiltinOperator.MAX_POOL_2D -> computed(maxPool2d(step));
            case BuiltinOperator.PAD -> computed(pad(step));
            case BuiltinOperator.RELU -> computed(step.tf().nn.relu(step.operand(0)));
            case BuiltinOperator.RESHAPE -> computed(reshape(step));
            case BuiltinOperator.RESIZE_BILINEAR -> computed(resizeBilinear(step));
            default -> computed(TfliteArithmetic.convert(step));
        };
    }

    private static TfliteValue computed(Operand<TFloat32> operand) {
        return new TfliteValue.Computed(operand);
    }

    /** Weights are stored as float16 and widened by an operator; widening them here leaves nothing to run. */
    private static Weights dequantize(TfliteStep step) {
        return step.halves(0);
    }

    private static Operand<TFloat32> add(TfliteStep step) {
        var options = step.options(BuiltinOptions.AddOptions, new AddOptions());
        var sum = step.tf().math.add(step.operand(0), step.operand(1));
        return activation(step, sum, options.fusedActivationFunction());
    }

    private static Operand<TFloat32> concatenation(TfliteStep step) {
        var options = step.options(BuiltinOptions.ConcatenationOptions, new ConcatenationOptions());
        int axis = options.axis();
        if (axis == 0 || axis == -step.output().shape().length) {
            throw step.unsupported("joins along the batch, which is free");
        }
        List<Operand<TFloat32>> parts =
                IntStream.range(0, step.inputs()).mapToObj(step::operand).toList();
        var joined = step.tf().concat(parts, step.tf().constant(axis));
        return activation(step, joined, options.fusedActivationFunction());
    }

    /** TFLite's kernel is [out, height, width, in], TensorFlow's [height, width, in, out]. */
    private static Operand<TFloat32> conv2d(TfliteStep step) {
        var options = step.options(BuiltinOptions.Conv2DOptions, new Conv2DOptions());
        Weights kernel = step.weights(1, 4);
        if (kernel.shape().get(3) != step.input(0).lastDimension()) {
            throw step.unsupported("channels in groups");
        }
        var convolved = step.tf()
                .nn
                .conv2d(
                        step.operand(0),
                        step.constant(kernel.transpose(1, 2, 3, 0)),
                        List.of(1L, (long) options.strideH(), (long) options.strideW(), 1L),
                        isPointwise(kernel, options) ? "SAME" : padding(step, options.padding()),
                        Conv2d.dilations(1L, (long) options.dilationHFactor(), (long) options.dilationWFactor(), 1L));
        return activation(step, bias(step, convolved), options.fusedActivationFunction());
    }

    /**
     * Whether padding makes no difference. Only with SAME does TensorFlow infer then that the size stays the same, and
     * fuse the addition that follows.
     */
    private static boolean isPointwise(Weights kernel, Conv2DOptions options) {
        return kernel.shape().get(1) * kernel.shape().get(2) * options.strideH() * options.strideW() == 1;
    }

    /** TFLite's kernel is [1, height, width, in · m], TensorFlow's [height, width, in, m]: only the shape differs. */
    private static Operand<TFloat32> depthwiseConv2d(TfliteStep step) {
        var options = step.options(BuiltinOptions.DepthwiseConv2DOptions, new DepthwiseConv2DOptions());
        if (options.strideH() != options.strideW()) {
            throw step.unsupported("strides " + options.strideH() + " and " + options.strideW() + " differ");
        }
        if (options.dilationHFactor() != 1 || options.dilationWFactor() != 1) {
            throw step.unsupported("dilation, which TensorFlow's depthwise convolution does not have on a CPU");
        }
        Weights kernel = step.weights(1, 4);
        Shape shape = kernel.shape();
        long multiplier = options.depthMultiplier();
        var convolved = step.tf()
                .nn
                .depthwiseConv2dNative(
                        step.operand(0),
                        step.constant(
                                kernel.reshape(shape.get(1), shape.get(2), shape.get(3) / multiplier, multiplier)),
                        List.of(1L, (long) options.strideH(), (long) options.strideW(), 1L),
                        padding(step, options.padding()));
        return activation(step, bias(step, convolved), options.fusedActivationFunction());
    }

    /** Not through {@code Ops}, which has only the newer operation, MaxPoolV2: oneDNN has kernels for the older one only. */
    private static Operand<TFloat32> maxPool2d(TfliteStep step) {
        var options = step.options(BuiltinOptions.Pool2DOptions, new Pool2DOptions());
        Operand<TFloat32> pooled = step.tf()
                .scope()
                .opBuilder("MaxPool", "MaxPool")
                .addInput(step.operand(0).asOutput())
                .setAttr("ksize", new long[] {1, options.filterHeight(), options.filterWidth(), 1})
                .setAttr("strides", new long[] {1, options.strideH(), options.strideW(), 1})
                .setAttr("padding", padding(step, options.padding()))
                .build()
                .output(0);
        return activation(step, pooled, options.fusedActivationFunction());
    }

    /** Pads with zeros; the second input holds, axis after axis, how many to put before and how many after. */
    private static Operand<TFloat32> pad(TfliteStep step) {
        int[] amounts = step.ints(1);
        int[][] paddings = new int[amounts.length / 2][];
        for (int axis = 0; axis < paddings.length; axis++) {
            paddings[axis] = new int[] {amounts[2 * axis], amounts[2 * axis + 1]};
        }
        return step.tf()
                .pad(step.operand(0), step.tf().constant(paddings), step.tf().constant(0f));
    }

    /** The new shape is the one TFLite plans for a batch of one picture, with the batch made free. */
    private static Operand<TFloat32> reshape(TfliteStep step) {
        long[] from = step.input(0).shape();
        long[] to = step.output().shape().clone();
        if (from[0] != 1 || to[0] != 1) {
            throw step.unsupported("the first axis is not the batch");
        }
        to[0] = -1;
        return step.tf().reshape(step.operand(0), step.tf().constant(to));
    }

    private static Operand<TFloat32> resizeBilinear(TfliteStep step) {
        var options = step.options(BuiltinOptions.ResizeBilinearOptions, new ResizeBilinearOptions());
        return step.tf()
                .image
                .resizeBilinear(
                        step.operand(0),
                        step.tf().constant(step.ints(1)),
                        ResizeBilinear.alignCorners(options.alignCorners()),
                        ResizeBilinear.halfPixelCenters(options.halfPixelCenters()));
    }

    static Operand<TFloat32> bias(TfliteStep step, Operand<TFloat32> convolved) {
        return step.has(2) ? step.tf().nn.biasAdd(convolved, step.operand(2)) : convolved;
    }

    static Operand<TFloat32> activation(TfliteStep step, Operand<TFloat32> value, byte function) {
        return switch (function) {
            case ActivationFunctionType.NONE -> value;
            case ActivationFunctionType.RELU -> step.tf().nn.relu(value);
            case ActivationFunctionType.RELU6 -> step.tf().nn.relu6(value);
            default ->
                throw step.unsupported("fused activation " + TfliteModel.name(ActivationFunctionType.names, function));
        };
    }

    private static String padding(TfliteStep step, byte padding) {
        return switch (padding) {
            case Padding.SAME -> "SAME";
            case Padding.VALID -> "VALID";
            default -> throw step.unsupported("padding " + padding);
        };
    }
}
