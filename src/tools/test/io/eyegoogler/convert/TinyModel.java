package io.eyegoogler.convert;

import com.google.flatbuffers.FlatBufferBuilder;
import io.eyegoogler.convert.ModelDescription.Port;
import java.util.List;
import org.tensorflow.lite.schema.BufferT;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorCodeT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;

/** A TFLite model of a single operator, [1,2,2,1] to [1,2,2,1], whose operator has the picture for both inputs. */
final class TinyModel {
    static final ModelDescription DESCRIPTION = new ModelDescription(
            "tiny",
            "tiny.tflite",
            "0".repeat(64),
            Port.of("image", -1, 2, 2, 1),
            List.of(Port.of("scores", -1, 2, 2, 1)));

    private static final int SCHEMA_VERSION = 3;

    private final int operator;
    private final BuiltinOptionsUnion options = new BuiltinOptionsUnion();
    private String customCode;
    private byte outputType = TensorType.FLOAT32;

    /** A model of {@code operator}, one of {@link org.tensorflow.lite.schema.BuiltinOperator}. */
    TinyModel(int operator) {
        this.operator = operator;
    }

    TinyModel custom(String code) {
        customCode = code;
        return this;
    }

    TinyModel options(byte type, Object value) {
        options.setType(type);
        options.setValue(value);
        return this;
    }

    TinyModel outputType(byte type) {
        outputType = type;
        return this;
    }

    byte[] bytes() {
        ModelT model = new ModelT();
        model.setVersion(SCHEMA_VERSION);
        model.setOperatorCodes(new OperatorCodeT[] {code()});
        model.setSubgraphs(new SubGraphT[] {graph()});
        model.setBuffers(new BufferT[] {new BufferT()});
        FlatBufferBuilder builder = new FlatBufferBuilder();
        Model.finishModelBuffer(builder, Model.pack(builder, model));
        return builder.sizedByteArray();
    }

    private OperatorCodeT code() {
        OperatorCodeT code = new OperatorCodeT();
        code.setDeprecatedBuiltinCode((byte) Math.min(operator, Byte.MAX_VALUE));
        code.setBuiltinCode(operator);
        code.setCustomCode(customCode);
        return code;
    }

    private SubGraphT graph() {
        OperatorT step = new OperatorT();
        step.setInputs(new int[] {0, 0});
        step.setOutputs(new int[] {1});
        step.setBuiltinOptions(options);
        SubGraphT graph = new SubGraphT();
        graph.setTensors(new TensorT[] {tensor("in", TensorType.FLOAT32), tensor("block/out", outputType)});
        graph.setInputs(new int[] {0});
        graph.setOutputs(new int[] {1});
        graph.setOperators(new OperatorT[] {step});
        return graph;
    }

    private static TensorT tensor(String name, byte type) {
        TensorT tensor = new TensorT();
        tensor.setName(name);
        tensor.setType(type);
        tensor.setShape(new int[] {1, 2, 2, 1});
        return tensor;
    }
}
