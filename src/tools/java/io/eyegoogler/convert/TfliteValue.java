package io.eyegoogler.convert;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** What has become of a float tensor of the TFLite graph. */
sealed interface TfliteValue {

    /** −1 where an axis is free. */
    Shape shape();

    /** Known before anything runs; enters the graph, rearranged if need be, where an operator uses it. */
    record Known(Weights weights) implements TfliteValue {
        @Override
        public Shape shape() {
            return weights.shape();
        }
    }

    /** Computed by a node of the TensorFlow graph. */
    record Computed(Operand<TFloat32> operand) implements TfliteValue {
        @Override
        public Shape shape() {
            return operand.shape();
        }
    }
}
