package io.eyegoogler.convert;

import java.util.List;
import java.util.stream.Collectors;
import org.tensorflow.ndarray.Shape;

/**
 * What there is to know about one model before it is read.
 *
 * @param name the model's directory
 * @param source the .tflite or .onnx file's name in its package
 * @param sha256 of the source file, 64 hexadecimal digits
 * @param input the picture; a free axis of its shape, above all the batch, is −1
 * @param outputs in any order, each with a last dimension of its own: that is how they are found in a .tflite file,
 *     whose own names and order differ from model to model
 */
record ModelDescription(String name, String source, String sha256, Port input, List<Port> outputs) {

    /**
     * An input or output of the signature.
     *
     * @param name its name there
     * @param tensor its name in an .onnx file
     * @param shape with −1 for the free axes
     */
    record Port(String name, String tensor, Shape shape) {
        static Port of(String name, long... shape) {
            return new Port(name, name, Shape.of(shape));
        }

        /** This, found in an .onnx file under that name. */
        Port from(String newTensor) {
            return new Port(name, newTensor, shape);
        }

        long lastDimension() {
            return shape.get(-1);
        }
    }

    ModelDescription {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(source + ": not a SHA-256: " + sha256);
        }
        outputs = List.copyOf(outputs);
        if (outputs.stream().collect(Collectors.groupingBy(Port::lastDimension)).size() != outputs.size()) {
            throw new IllegalArgumentException(name + ": two outputs have the same last dimension");
        }
    }
}
