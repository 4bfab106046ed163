package io.eyegoogler.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.layout.DataLayouts;

/**
 * One tensor of a TFLite graph.
 *
 * @param index its number in the graph, by which operators refer to it
 * @param type one of {@link TensorType}
 * @param shape as TFLite plans it, the batch being 1
 * @param sparse whether the data leave out zeros
 * @param data the numbers of a constant, little-endian, row-major; empty when the graph computes the tensor
 */
record TfliteTensor(int index, String name, byte type, long[] shape, boolean sparse, ByteBuffer data) {

    static TfliteTensor of(int index, Tensor tensor, ByteBuffer data) {
        long[] shape = new long[tensor.shapeLength()];
        Arrays.setAll(shape, tensor::shape);
        return new TfliteTensor(index, tensor.name(), tensor.type(), shape, tensor.sparsity() != null, data);
    }

    boolean is(byte wanted) {
        return type == wanted;
    }

    boolean isDenseConstant() {
        return data.hasRemaining() && !sparse;
    }

    long lastDimension() {
        return shape.length == 0 ? 1 : shape[shape.length - 1];
    }

    /** The numbers of a FLOAT32 constant. */
    float[] floats() {
        float[] floats = new float[data.remaining() / Float.BYTES];
        littleEndian().asFloatBuffer().get(floats);
        return floats;
    }

    /** The numbers of a FLOAT16 constant; a float holds every one of them exactly. */
    float[] halves() {
        short[] halves = new short[data.remaining() / Short.BYTES];
        littleEndian().asShortBuffer().get(halves);
        float[] floats = new float[halves.length];
        DataLayouts.FLOAT16.applyTo(DataBuffers.of(halves)).read(floats);
        return floats;
    }

    /** The numbers of an INT32 constant. */
    int[] ints() {
        int[] ints = new int[data.remaining() / Integer.BYTES];
        littleEndian().asIntBuffer().get(ints);
        return ints;
    }

    private ByteBuffer littleEndian() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public String toString() {
        return "'" + name + "' " + TfliteModel.name(TensorType.names, type) + Arrays.toString(shape);
    }
}
