package io.eyegoogler.convert;

import io.eyegoogler.convert.ModelDescription.Port;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.types.TFloat32;

/**
 * Builds the TensorFlow graph of a TFLite model, operator by operator in the file's own order, in which every tensor is
 * made before it is used. The weights become constants, so that the graph needs no variables and no restoring.
 */
final class TfliteConverter {
    private final TfliteModel source;
    private final ModelDescription description;
    /** What the steps so far have made, by the number of the TFLite tensor. */
    private final Map<Integer, TfliteValue> values = new HashMap<>();

    private TfliteConverter(TfliteModel source, ModelDescription description) {
        this.source = source;
        this.description = description;
    }

    static SavedModel convert(byte[] tflite, ModelDescription description) {
        return new TfliteConverter(new TfliteModel(description.source(), tflite), description).convert();
    }

    private SavedModel convert() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            SavedModelBuilder saved =
                    new SavedModelBuilder().input(description.input().name(), image(tf));
            for (TfliteOperator operator : source.operators()) {
                TfliteStep step = new TfliteStep(tf, source, operator, values);
                TfliteValue result = TfliteOperators.convert(step);
                step.check(result);
                values.put(step.output().index(), result);
            }
            description.outputs().forEach(port -> saved.output(port.name(), output(port)));
            return saved.build(graph.toGraphDef());
        }
    }

    /** The input, with the free axes that the description gives it. */
    private Operand<TFloat32> image(Ops tf) {
        Port port = description.input();
        List<TfliteTensor> inputs = source.inputs();
        if (inputs.size() != 1 || !fits(inputs.get(0), port)) {
            throw new ConversionException(
                    source.name() + ": inputs " + inputs + ", expected one FLOAT32" + port.shape());
        }
        Operand<TFloat32> image = tf.withName(port.name()).placeholder(TFloat32.class, Placeholder.shape(port.shape()));
        values.put(inputs.get(0).index(), new TfliteValue.Computed(image));
        return image;
    }

    private Operand<TFloat32> output(Port port) {
        List<TfliteTensor> found =
                source.outputs().stream().filter(tensor -> fits(tensor, port)).toList();
        if (found.size() != 1
                || !(values.get(found.get(0).index()) instanceof TfliteValue.Computed output)
                || !Arrays.equals(output.shape().asArray(), port.shape().asArray())) {
            throw new ConversionException(
                    source.name() + ": outputs " + source.outputs() + ", expected one " + port.name() + port.shape());
        }
        return output.operand();
    }

    private static boolean fits(TfliteTensor tensor, Port port) {
        return tensor.is(TensorType.FLOAT32)
                && tensor.lastDimension() == port.lastDimension()
                && port.shape().isCompatibleWith(Shape.of(tensor.shape()));
    }
}
