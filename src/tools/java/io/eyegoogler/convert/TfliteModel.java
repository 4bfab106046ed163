package io.eyegoogler.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.Buffer;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.SubGraph;

/** A .tflite file: a FlatBuffer of tensors, of operators in the order they run, and of the weights. */
final class TfliteModel {
    private static final ByteBuffer COMPUTED = ByteBuffer.allocate(0);

    private final String name;
    private final Model model;
    private final SubGraph graph;

    /** Opens {@code bytes}; {@code name} is what messages call the model. */
    TfliteModel(String name, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 2 * Integer.BYTES || !Model.ModelBufferHasIdentifier(buffer)) {
            throw new ConversionException(name + ": not a TFLite model");
        }
        this.name = name;
        this.model = Model.getRootAsModel(buffer);
        if (model.subgraphsLength() != 1) {
            throw new ConversionException(name + ": " + model.subgraphsLength() + " subgraphs, only 1 is supported");
        }
        this.graph = model.subgraphs(0);
    }

    String name() {
        return name;
    }

    List<TfliteOperator> operators() {
        return IntStream.range(0, graph.operatorsLength())
                .mapToObj(graph::operators)
                .map(operator -> TfliteOperator.of(operator, model.operatorCodes((int) operator.opcodeIndex())))
                .toList();
    }

    TfliteTensor tensor(int index) {
        Buffer buffer = model.buffers((int) graph.tensors(index).buffer());
        ByteBuffer data = buffer.dataLength() == 0 ? COMPUTED : buffer.dataAsByteBuffer();
        return TfliteTensor.of(index, graph.tensors(index), data);
    }

    List<TfliteTensor> inputs() {
        return ints(graph.inputsLength(), graph::inputs).stream()
                .map(this::tensor)
                .toList();
    }

    List<TfliteTensor> outputs() {
        return ints(graph.outputsLength(), graph::outputs).stream()
                .map(this::tensor)
                .toList();
    }

    /** A FlatBuffer vector as a list. */
    static List<Integer> ints(int length, IntUnaryOperator element) {
        return IntStream.range(0, length).map(element).boxed().toList();
    }

    /** A schema's name for a value; a newer schema may have more values than ours has names. */
    static String name(String[] names, int value) {
        return value >= 0 && value < names.length ? names[value] : "number " + value;
    }
}
