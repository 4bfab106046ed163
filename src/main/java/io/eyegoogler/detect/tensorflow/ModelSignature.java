package io.eyegoogler.detect.tensorflow;

import java.util.List;

/**
 * The signature that a SavedModel must have as {@code serving_default}: one float input and one or more float outputs.
 *
 * @param input name and shape of the input
 * @param outputs names and shapes of the outputs, in the order in which {@link SavedModelRunner#run} returns them
 */
public record ModelSignature(TensorSpec input, List<TensorSpec> outputs) {

    /**
     * An input or output of a signature.
     *
     * @param shape lengths of the dimensions, {@link #FREE} if any length is accepted, as for the batch
     */
    public record TensorSpec(String name, List<Long> shape) {

        /** The length of a dimension that accepts any length. */
        public static final long FREE = -1;

        /** Returns a tensor of the given name and shape. */
        public static TensorSpec of(String name, Long... shape) {
            return new TensorSpec(name, List.of(shape));
        }

        /** Tells whether a tensor of these dimensions has this shape. */
        boolean admits(long... dimensions) {
            if (dimensions.length != shape.size()) {
                return false;
            }
            for (int i = 0; i < dimensions.length; i++) {
                if (shape.get(i) != FREE && shape.get(i) != dimensions[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
