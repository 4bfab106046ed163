package io.eyegoogler.convert;

import io.eyegoogler.convert.ModelDescription.Port;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.types.TFloat32;

/**
 * Builds the TensorFlow graph of an ONNX model, up to the tensors that the description names: what follows them is left
 * out. Pictures and feature maps, [batch, channels, height, width] there, are [batch, height, width, channels] here.
 */
final class OnnxConverter {
    private final OnnxModel source;
    private final ModelDescription description;

    private OnnxConverter(OnnxModel source, ModelDescription description) {
        this.source = source;
        this.description = description;
    }

    static SavedModel convert(byte[] onnx, ModelDescription description) {
        return new OnnxConverter(new OnnxModel(description.source(), onnx), description).convert();
    }

    private SavedModel convert() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Port input = description.input();
            Operand<TFloat32> image =
                    tf.withName(input.name()).placeholder(TFloat32.class, Placeholder.shape(input.shape()));
            SavedModelBuilder saved = new SavedModelBuilder().input(input.name(), image);
            Map<String, OnnxValue> values = new HashMap<>(Map.of(input.tensor(), new OnnxValue(image, true)));
            OnnxOperators operators = new OnnxOperators(tf, source, values);
            List<String> wanted =
                    description.outputs().stream().map(Port::tensor).toList();
            source.nodesFor(wanted).forEach(operators::add);
            description.outputs().forEach(port -> saved.output(port.name(), output(port, values)));
            return saved.build(graph.toGraphDef());
        }
    }

    private Operand<TFloat32> output(Port port, Map<String, OnnxValue> values) {
        OnnxValue output = values.get(port.tensor());
        if (output == null
                || !Arrays.equals(
                        output.operand().shape().asArray(), port.shape().asArray())) {
            throw new ConversionException(source.name() + ": output '" + port.tensor() + "' is "
                    + (output == null ? "missing" : output.operand().shape()) + ", expected " + port.shape());
        }
        return output.operand();
    }
}
