package io.eyegoogler.convert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of an ONNX graph that calculates with the dimensions of tensors, done here rather than in the graph. Two
 * dimensions aren't known: that of the batch, and all others.
 */
final class OnnxShapes {

    /** Stands for the batch's dimension. */
    static final long BATCH = Long.MIN_VALUE;
    /** Stands for any other dimension of a tensor that the graph computes. */
    private static final long UNKNOWN = Long.MIN_VALUE + 1;

    private final Map<String, List<Long>> values;

    OnnxShapes(OnnxModel model) {
        values = new HashMap<>(model.integers());
    }

    /** Whether {@code node} calculates with dimensions; Concat does if what it joins are dimensions. */
    boolean takes(OnnxNode node) {
        return node.type().equals("Shape") || values.containsKey(node.inputs().get(0));
    }

    /** Calculates what {@code node} gives; {@code axes} is how many the tensor has that Shape looks at. */
    void add(OnnxNode node, int axes) {
        List<Long> result =
                switch (node.type()) {
                    case "Shape" -> shape(axes);
                    case "Gather" ->
                        List.of(get(node, 0).get(get(node, 1).get(0).intValue()));
                    // A number and a list of one number are the same here.
                    case "Unsqueeze" -> get(node, 0);
                    case "Concat" ->
                        node.inputs().stream()
                                .flatMap(input -> values.get(input).stream())
                                .toList();
                    default -> throw node.unsupported("unknown operator on dimensions");
                };
        values.put(node.output(), result);
    }

    private static List<Long> shape(int axes) {
        List<Long> shape = new ArrayList<>(Collections.nCopies(axes, UNKNOWN));
        shape.set(0, BATCH);
        return shape;
    }

    /** What is known of an input; throws if there is a dimension in it that isn't known and isn't the batch's. */
    List<Long> known(OnnxNode node, int input) {
        List<Long> dimensions = get(node, input);
        if (dimensions.contains(UNKNOWN)) {
            throw node.unsupported("a dimension that isn't known");
        }
        return dimensions;
    }

    private List<Long> get(OnnxNode node, int input) {
        List<Long> dimensions = values.get(node.inputs().get(input));
        if (dimensions == null) {
            throw node.unsupported("input '" + node.inputs().get(input) + "' isn't made of dimensions");
        }
        return dimensions;
    }
}
