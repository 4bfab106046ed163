package io.eyegoogler.convert;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import io.eyegoogler.convert.ModelDescription.Port;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** An ONNX model of a few operators on the picture {@code in}; the numbers are those of onnx.proto's fields. */
final class TinyOnnx {
    static final ModelDescription DESCRIPTION = new ModelDescription(
            "tiny",
            "tiny.onnx",
            "0".repeat(64),
            Port.of("image", -1, -1, -1, 1).from("in"),
            List.of(Port.of("scores", -1, -1, -1, 1).from("out")));

    private static final long FLOAT = 1;

    private final UnknownFieldSet.Builder graph = UnknownFieldSet.newBuilder();

    /** Adds a constant of floats. */
    TinyOnnx constant(String name, List<Long> shape, float... values) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        UnknownFieldSet.Builder tensor = UnknownFieldSet.newBuilder();
        shape.forEach(dimension -> tensor.mergeField(1, varint(dimension)));
        tensor.mergeField(2, varint(FLOAT)).mergeField(8, text(name));
        tensor.mergeField(9, bytes(ByteString.copyFrom(data.array())));
        graph.mergeField(5, bytes(tensor.build().toByteString()));
        return this;
    }

    /** Adds an operator. */
    TinyOnnx node(String type, List<String> inputs, String output, Attribute... attributes) {
        UnknownFieldSet.Builder node = UnknownFieldSet.newBuilder();
        inputs.forEach(input -> node.mergeField(1, text(input)));
        node.mergeField(2, text(output)).mergeField(4, text(type));
        for (Attribute attribute : attributes) {
            UnknownFieldSet.Builder message = UnknownFieldSet.newBuilder().mergeField(1, text(attribute.name()));
            attribute.values().forEach(value -> message.mergeField(8, varint(value)));
            node.mergeField(5, bytes(message.build().toByteString()));
        }
        graph.mergeField(1, bytes(node.build().toByteString()));
        return this;
    }

    byte[] bytes() {
        return UnknownFieldSet.newBuilder()
                .mergeField(7, bytes(graph.build().toByteString()))
                .build()
                .toByteArray();
    }

    /** Whole numbers by name. */
    record Attribute(String name, List<Long> values) {
        static Attribute of(String name, Long... values) {
            return new Attribute(name, List.of(values));
        }
    }

    private static Field varint(long value) {
        return Field.newBuilder().addVarint(value).build();
    }

    private static Field text(String text) {
        return bytes(ByteString.copyFromUtf8(text));
    }

    private static Field bytes(ByteString bytes) {
        return Field.newBuilder().addLengthDelimited(bytes).build();
    }
}
