package io.eyegoogler.convert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Every ONNX operator the converter knows, and what it is in TensorFlow. */
final class OnnxOperators {

    private static final List<Long> CHANNELS_LAST = List.of(0L, 2L, 3L, 1L);

    private final Ops root;
    private final OnnxModel model;
    private final OnnxShapes shapes;
    private final Map<String, OnnxValue> values;
    /** Shapes whose first dimension is the batch's, as operations. */
    private final Map<List<Long>, Operand<TInt32>> targetShapes = new HashMap<>();

    /** {@code values} holds what has been made so far, by tensor; the input to begin with. */
    OnnxOperators(Ops root, OnnxModel model, Map<String, OnnxValue> values) {
        this.root = root;
        this.model = model;
        this.shapes = new OnnxShapes(model);
        this.values = values;
    }

    /** Adds what {@code node} computes to the graph, in a scope of its output's name, and to the values. */
    void add(OnnxNode node) {
        if (shapes.takes(node)) {
            shapes.add(node, node.type().equals("Shape") ? axes(node, 0) : 0);
        } else {
            Ops tf = root.withSubScope(Names.clean(node.output()));
            values.put(node.output(), convert(tf, node));
        }
    }

    private OnnxValue convert(Ops tf, OnnxNode node) {
        return switch (node.type()) {
            case "Conv" -> new OnnxValue(conv(tf, node), true);
            case "Relu" -> like(node, tf.nn.relu(operand(node, 0)));
            case "Add" -> like(node, tf.math.add(operand(node, 0), operand(node, 1)));
            case "Mul" -> like(node, tf.math.mul(operand(node, 0), operand(node, 1)));
            case "Concat" -> like(node, concat(tf, node));
            case "Transpose" -> transpose(node);
            case "Reshape" -> new OnnxValue(reshape(tf, node), false);
            case "Softmax" -> like(node, softmax(tf, node));
            default -> throw node.unsupported("unknown operator");
        };
    }

    private OnnxValue like(OnnxNode node, Operand<TFloat32> result) {
        return new OnnxValue(result, value(node, 0).channelsMoved());
    }

    /** A kernel is [out, in, height, width] there, [height, width, in, out] here. */
    private Operand<TFloat32> conv(Ops tf, OnnxNode node) {
        Weights kernel = weights(node, 1);
        long group = node.attribute("group").get(0);
        List<Long> strides = node.attribute("strides");
        List<Long> dilations = node.attribute("dilations");
        List<Long> steps = List.of(1L, strides.get(0), strides.get(1), 1L);
        boolean same = isSame(node, kernel);
        Operand<TFloat32> result;
        if (group == 1) {
            result = tf.nn.conv2d(
                    operand(node, 0),
                    kernel.transpose(2, 3, 1, 0).in(root),
                    steps,
                    same ? "SAME" : "EXPLICIT",
                    Conv2d.dilations(1L, dilations.get(0), dilations.get(1), 1L),
                    Conv2d.explicitPaddings(same ? List.of() : pads(node)));
        } else if (kernel.shape().get(1) == 1 && kernel.shape().get(0) == group && dilations.equals(List.of(1L, 1L))) {
            // Not with explicit padding: there, TensorFlow 2.18 aborts the process on a check in tensor_format.h.
            result = tf.nn.depthwiseConv2dNative(
                    operand(node, 0),
                    (same ? kernel : asSame(node, kernel)).transpose(2, 3, 0, 1).in(root),
                    steps,
                    "SAME");
        } else {
            throw node.unsupported("channels in groups of several, or spread");
        }
        return node.inputs().size() > 2 ? tf.nn.biasAdd(result, weights(node, 2).in(root)) : result;
    }

    /** Whether TensorFlow's SAME pads as much: at a stride of 2 it pads one side less, where ONNX pads both alike. */
    private static boolean isSame(OnnxNode node, Weights kernel) {
        List<Long> dilations = node.attribute("dilations");
        List<Long> pads = node.attribute("pads");
        return node.attribute("strides").equals(List.of(1L, 1L))
                && IntStream.range(0, pads.size()).allMatch(i -> {
                    int axis = i % 2;
                    return 2 * pads.get(i)
                            == dilations.get(axis) * (kernel.shape().get(2 + axis) - 1);
                });
    }

    /**
     * A kernel of 3 × 3 for a stride of 2 and a padding of 1, as one of 4 × 4 for SAME, which then pads by 1 at the top
     * and on the left too: its last row and column are zeros.
     */
    private static Weights asSame(OnnxNode node, Weights kernel) {
        Shape shape = kernel.shape();
        if (shape.get(2) != 3
                || shape.get(3) != 3
                || !node.attribute("strides").equals(List.of(2L, 2L))
                || !node.attribute("pads").equals(List.of(1L, 1L, 1L, 1L))) {
            throw node.unsupported("padding that SAME doesn't have");
        }
        return kernel.zeroPadded(shape.get(0), shape.get(1), 4, 4);
    }

    /**
     * ONNX has the pads of all axes before, then of all axes after; TensorFlow both of each axis, the batch's first.
     */
    private static List<Long> pads(OnnxNode node) {
        List<Long> pads = node.attribute("pads");
        return List.of(0L, 0L, pads.get(0), pads.get(2), pads.get(1), pads.get(3), 0L, 0L);
    }

    private Operand<TFloat32> concat(Ops tf, OnnxNode node) {
        List<OnnxValue> parts =
                node.inputs().stream().map(input -> value(node, input)).toList();
        long axis = node.attribute("axis").get(0);
        if (axis < 1
                || parts.stream()
                        .anyMatch(part -> part.channelsMoved() != parts.get(0).channelsMoved())) {
            throw node.unsupported("joins along the batch, or what is in different order");
        }
        return tf.concat(
                parts.stream().map(OnnxValue::operand).toList(),
                tf.constant(parts.get(0).axis(axis)));
    }

    /** The one transposition there is brings the channels to where they are here anyway. */
    private OnnxValue transpose(OnnxNode node) {
        if (!value(node, 0).channelsMoved() || !node.attribute("perm").equals(CHANNELS_LAST)) {
            throw node.unsupported("another transposition than to channels last");
        }
        return new OnnxValue(operand(node, 0), false);
    }

    private Operand<TFloat32> reshape(Ops tf, OnnxNode node) {
        List<Long> to = shapes.known(node, 1);
        if (value(node, 0).channelsMoved() || to.get(0) != OnnxShapes.BATCH) {
            throw node.unsupported("takes channels or the batch apart");
        }
        return tf.reshape(operand(node, 0), targetShapes.computeIfAbsent(to, shape -> targetShape(node, shape)));
    }

    private Operand<TInt32> targetShape(OnnxNode node, List<Long> shape) {
        int[] others = shape.stream().skip(1).mapToInt(Long::intValue).toArray();
        var batch =
                root.slice(root.shape(operand(node, 0)), root.constant(new int[] {0}), root.constant(new int[] {1}));
        return root.concat(List.of(batch, root.constant(others)), root.constant(0));
    }

    private Operand<TFloat32> softmax(Ops tf, OnnxNode node) {
        if (value(node, 0).channelsMoved() || node.attribute("axis").get(0) != axes(node, 0) - 1) {
            throw node.unsupported("not along the last axis");
        }
        return tf.nn.softmax(operand(node, 0));
    }

    private int axes(OnnxNode node, int input) {
        return operand(node, input).shape().numDimensions();
    }

    private Weights weights(OnnxNode node, int input) {
        Weights weights = model.weights().get(node.inputs().get(input));
        if (weights == null) {
            throw node.unsupported("input '" + node.inputs().get(input) + "' isn't constant");
        }
        return weights;
    }

    /** A constant of several axes would have to be put in another order: none is. */
    private Operand<TFloat32> operand(OnnxNode node, int input) {
        Weights constant = model.weights().get(node.inputs().get(input));
        if (constant == null) {
            return value(node, input).operand();
        }
        if (constant.shape().numDimensions() != 0) {
            throw node.unsupported("constant '" + node.inputs().get(input) + "' isn't a single number");
        }
        return constant.in(root);
    }

    private OnnxValue value(OnnxNode node, int input) {
        return value(node, node.inputs().get(input));
    }

    private OnnxValue value(OnnxNode node, String input) {
        OnnxValue value = values.get(input);
        if (value == null) {
            throw node.unsupported("nothing makes its input '" + input + "'");
        }
        return value;
    }
}
