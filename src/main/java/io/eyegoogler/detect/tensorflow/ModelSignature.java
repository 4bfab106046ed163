package io.eyegoogler.detect.tensorflow;

import java.util.List;

/**
 * What a SavedModel must offer under {@code serving_default}: one float input and some float outputs.
 *
 * @param input its name and shape
 * @param outputs their names and shapes, in the order in which {@link SavedModelRunner#run} returns them
 */
public record ModelSignature(TensorSpec input, List<TensorSpec> outputs) {

    /**
     * One tensor of a signature.
     *
     * @param shape dimensions; {@link #FREE} where any length goes, as in a batch
     */
    public record TensorSpec(String name, List<Long> shape) {

        /** A dimension of any length. */
        public static final long FREE = -1;

        /** A tensor of this name and shape. */
        public static TensorSpec of(String name, Long... shape) {
            return new TensorSpec(name, List.of(shape));
        }

        /** Whether a tensor of these dimensions may stand here. */
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
