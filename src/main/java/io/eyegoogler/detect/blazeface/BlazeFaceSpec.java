package io.eyegoogler.detect.blazeface;

import io.eyegoogler.Keypoints;
import io.eyegoogler.detect.tensorflow.ModelSignature;
import io.eyegoogler.detect.tensorflow.ModelSignature.TensorSpec;
import java.util.List;

/**
 * One BlazeFace model: what MediaPipe's graph of the same name states in its options.
 *
 * <p>Source: google-ai-edge/mediapipe, {@code mediapipe/modules/face_detection/face_detection_short_range.pbtxt} and
 * {@code face_detection_full_range.pbtxt}.
 *
 * @param name directory of its SavedModel
 * @param inputSize side of the square input, px
 * @param strides px of the input from an anchor to the next, one for each layer of anchors
 * @param interpolatedAnchors whether each layer has a second anchor, of the scale between it and the next layer
 * @param minScore detections below are dropped, 0..1
 */
public record BlazeFaceSpec(
        String name, int inputSize, List<Integer> strides, boolean interpolatedAnchors, double minScore) {

    /** Faces within about two metres: at least a fifth of the view's side. */
    public static final BlazeFaceSpec SHORT_RANGE =
            new BlazeFaceSpec("blazeface_short_range", 128, List.of(8, 16, 16, 16), true, 0.5);

    /** Faces within about five metres: at least a twentieth of the view's side. */
    public static final BlazeFaceSpec FULL_RANGE =
            new BlazeFaceSpec("blazeface_full_range", 192, List.of(4), false, 0.6);

    static final int CHANNELS = 3;
    /** Values for each anchor: centre x, centre y, width, height, then x and y of each keypoint. */
    static final int REGRESSORS = 4 + 2 * Keypoints.COUNT;

    ModelSignature signature(int anchors) {
        return new ModelSignature(
                TensorSpec.of("image", TensorSpec.FREE, (long) inputSize, (long) inputSize, (long) CHANNELS),
                List.of(
                        TensorSpec.of("regressors", TensorSpec.FREE, (long) anchors, (long) REGRESSORS),
                        TensorSpec.of("scores", TensorSpec.FREE, (long) anchors, 1L)));
    }
}
