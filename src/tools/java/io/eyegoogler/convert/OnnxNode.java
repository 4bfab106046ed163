package io.eyegoogler.convert;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One operator of an ONNX graph, {@code NodeProto} in onnx.proto.
 *
 * @param model what messages call the model
 * @param type the operator, such as Conv
 * @param inputs the names of the tensors it takes, in order
 * @param output the name of the tensor it makes
 * @param attributes those that are one whole number or several, by name
 */
record OnnxNode(String model, String type, List<String> inputs, String output, Map<String, List<Long>> attributes) {

    /** Fields of NodeProto. */
    private static final int INPUT = 1;

    private static final int OUTPUT = 2;
    private static final int OP_TYPE = 4;
    private static final int ATTRIBUTE = 5;
    /** Fields of AttributeProto. */
    private static final int NAME = 1;

    private static final int INT = 3;
    private static final int TENSOR = 5;
    private static final int INTS = 8;

    static OnnxNode of(String model, UnknownFieldSet node) throws IOException {
        List<String> outputs = OnnxModel.strings(node, OUTPUT);
        String type = OnnxModel.strings(node, OP_TYPE).get(0);
        if (outputs.size() != 1) {
            throw new ConversionException(
                    model + ": operator " + type + " has " + outputs.size() + " outputs, only 1 is supported");
        }
        Map<String, List<Long>> attributes = new HashMap<>();
        for (ByteString bytes : node.getField(ATTRIBUTE).getLengthDelimitedList()) {
            UnknownFieldSet attribute = UnknownFieldSet.parseFrom(bytes);
            List<Long> values = new ArrayList<>(integers(attribute, INT));
            values.addAll(integers(attribute, INTS));
            attributes.put(OnnxModel.strings(attribute, NAME).get(0), List.copyOf(values));
        }
        return new OnnxNode(model, type, OnnxModel.strings(node, INPUT), outputs.get(0), Map.copyOf(attributes));
    }

    /** The {@code TensorProto} that a Constant, read whole from {@code node}, consists of. */
    static UnknownFieldSet value(UnknownFieldSet node) throws IOException {
        ByteString attribute = node.getField(ATTRIBUTE).getLengthDelimitedList().get(0);
        List<ByteString> tensors =
                UnknownFieldSet.parseFrom(attribute).getField(TENSOR).getLengthDelimitedList();
        return UnknownFieldSet.parseFrom(tensors.get(0));
    }

    /** A repeated int64, which a writer may have packed or not. */
    static List<Long> integers(UnknownFieldSet message, int field) throws IOException {
        List<Long> integers = new ArrayList<>(message.getField(field).getVarintList());
        for (ByteString packed : message.getField(field).getLengthDelimitedList()) {
            CodedInputStream input = packed.newCodedInput();
            while (!input.isAtEnd()) {
                integers.add(input.readInt64());
            }
        }
        return integers;
    }

    /** The attribute's numbers; throws where it isn't given. */
    List<Long> attribute(String name) {
        List<Long> values = attributes.get(name);
        if (values == null || values.isEmpty()) {
            throw unsupported("it has no " + name);
        }
        return values;
    }

    /** The exception for whatever the converter does not know: names the model, the operator and the tensor. */
    ConversionException unsupported(String what) {
        return new ConversionException(
                model + ": cannot convert operator " + type + " (tensor '" + output + "'): " + what);
    }
}
