package io.eyegoogler.convert;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What has become of a tensor of an ONNX graph.
 *
 * @param channelsMoved whether its channels are its second axis in ONNX and its last one here
 */
record OnnxValue(Operand<TFloat32> operand, boolean channelsMoved) {

    /** Axis {@code axis} of ONNX here; of four, or of three that are in ONNX's own order. */
    int axis(long axis) {
        return channelsMoved ? new int[] {0, 3, 1, 2}[(int) axis] : (int) axis;
    }
}
