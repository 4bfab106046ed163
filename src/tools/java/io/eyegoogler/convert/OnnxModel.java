package io.eyegoogler.convert;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.ndarray.Shape;

/**
 * An .onnx file: operators in an order in which every tensor is made before it is used, and the weights.
 *
 * <p>It is a protocol buffer; the few fields that are needed are read by their numbers in
 * <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 */
final class OnnxModel {

    /** Field of ModelProto. */
    private static final int GRAPH = 7;
    /** Fields of GraphProto. */
    private static final int NODE = 1;

    private static final int INITIALIZER = 5;
    /** Fields of TensorProto. */
    private static final int DIMS = 1;

    private static final int DATA_TYPE = 2;
    private static final int NAME = 8;
    private static final int RAW_DATA = 9;
    /** Values of TensorProto.DataType. */
    private static final long FLOAT = 1;

    private static final long INT64 = 7;

    private final String name;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, Weights> weights = new HashMap<>();
    private final Map<String, List<Long>> integers = new HashMap<>();

    /** Reads {@code file}; {@code name} is what messages call the model. */
    OnnxModel(String name, byte[] file) {
        this.name = name;
        try {
            List<ByteString> graphs =
                    UnknownFieldSet.parseFrom(file).getField(GRAPH).getLengthDelimitedList();
            if (graphs.size() != 1) {
                throw new ConversionException(name + ": not an ONNX model");
            }
            UnknownFieldSet graph = UnknownFieldSet.parseFrom(graphs.get(0));
            for (ByteString bytes : graph.getField(INITIALIZER).getLengthDelimitedList()) {
                UnknownFieldSet tensor = UnknownFieldSet.parseFrom(bytes);
                addConstant(strings(tensor, NAME).get(0), tensor);
            }
            for (ByteString bytes : graph.getField(NODE).getLengthDelimitedList()) {
                addNode(UnknownFieldSet.parseFrom(bytes));
            }
        } catch (IOException broken) {
            throw new ConversionException(name + ": not an ONNX model");
        }
    }

    private void addNode(UnknownFieldSet bytes) throws IOException {
        OnnxNode node = OnnxNode.of(name, bytes);
        if (node.type().equals("Constant")) {
            addConstant(node.output(), OnnxNode.value(bytes));
        } else {
            nodes.add(node);
        }
    }

    private void addConstant(String constant, UnknownFieldSet tensor) throws IOException {
        long type = tensor.getField(DATA_TYPE).getVarintList().get(0);
        long[] shape = OnnxNode.integers(tensor, DIMS).stream()
                .mapToLong(Long::longValue)
                .toArray();
        if (tensor.getField(RAW_DATA).getLengthDelimitedList().size() != 1 || type != FLOAT && type != INT64) {
            throw new ConversionException(name + ": tensor '" + constant + "' isn't raw float or int64");
        }
        ByteBuffer data = tensor.getField(RAW_DATA)
                .getLengthDelimitedList()
                .get(0)
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
        if (type == FLOAT) {
            float[] values = new float[data.remaining() / Float.BYTES];
            data.asFloatBuffer().get(values);
            weights.put(constant, new Weights(constant, Shape.of(shape), values));
        } else {
            long[] values = new long[data.remaining() / Long.BYTES];
            data.asLongBuffer().get(values);
            integers.put(constant, Arrays.stream(values).boxed().toList());
        }
    }

    String name() {
        return name;
    }

    /** The operators that {@code outputs} need, in the file's order. */
    List<OnnxNode> nodesFor(List<String> outputs) {
        Set<String> needed = new HashSet<>(outputs);
        List<OnnxNode> chosen = new ArrayList<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (needed.contains(nodes.get(i).output())) {
                chosen.add(0, nodes.get(i));
                needed.addAll(nodes.get(i).inputs());
            }
        }
        return chosen;
    }

    /** Constants of floats, by name. */
    Map<String, Weights> weights() {
        return weights;
    }

    /** Constants of whole numbers, by name. */
    Map<String, List<Long>> integers() {
        return integers;
    }

    static List<String> strings(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream()
                .map(ByteString::toStringUtf8)
                .toList();
    }
}
