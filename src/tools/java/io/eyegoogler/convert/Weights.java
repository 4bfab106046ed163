package io.eyegoogler.convert;

import java.util.Arrays;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Constant;
import org.tensorflow.types.TFloat32;

/**
 * Numbers the model has learned.
 *
 * @param name of the tensor they come from
 * @param data in row-major order of {@code shape}
 */
record Weights(String name, Shape shape, float[] data) {

    Weights {
        if (shape.size() != data.length) {
            throw new ConversionException("tensor '" + name + "': " + data.length + " numbers for the shape " + shape);
        }
    }

    /** The same numbers in the same order under another shape. */
    Weights reshape(long... to) {
        return new Weights(name, Shape.of(to), data);
    }

    /** Axis {@code i} of the result is axis {@code axes[i]} of these. */
    Weights transpose(int... axes) {
        Shape to = Shape.of(Arrays.stream(axes).mapToLong(shape::get).toArray());
        float[] moved = new float[data.length];
        var source = NdArrays.wrap(shape, DataBuffers.of(data, true, false));
        var target = NdArrays.wrap(to, DataBuffers.of(moved, false, false));
        long[] from = new long[axes.length];
        target.scalars().forEachIndexed((coordinates, scalar) -> {
            for (int i = 0; i < axes.length; i++) {
                from[axes[i]] = coordinates[i];
            }
            scalar.setFloat(source.getFloat(from));
        });
        return new Weights(name, to, moved);
    }

    /** The same numbers at the beginning of each axis, and zeros after them. */
    Weights zeroPadded(long... to) {
        float[] padded = new float[Math.toIntExact(Shape.of(to).size())];
        var target = NdArrays.wrap(Shape.of(to), DataBuffers.of(padded, false, false));
        NdArrays.wrap(shape, DataBuffers.of(data, true, false))
                .scalars()
                .forEachIndexed((coordinates, scalar) -> target.setFloat(scalar.getFloat(), coordinates));
        return new Weights(name, Shape.of(to), padded);
    }

    /** Puts the numbers into the graph. */
    Constant<TFloat32> in(Ops tf) {
        return tf.withName(Names.clean(name)).constant(shape, DataBuffers.of(data, true, false));
    }
}
