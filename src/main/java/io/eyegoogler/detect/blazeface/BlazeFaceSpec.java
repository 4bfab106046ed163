package io.eyegoogler.detect.blazeface;

import static io.eyegoogler.detect.sampling.PhotoSampler.CHANNELS;

import io.eyegoogler.Keypoints;
import io.eyegoogler.detect.tensorflow.ModelSignature;
import io.eyegoogler.detect.tensorflow.ModelSignature.TensorSpec;
import java.util.List;

/**
 * The parameters of a BlazeFace model, from the options of MediaPipe's graph of the same name.
 *
 * <p>Source: google-ai-edge/mediapipe, {@code mediapipe/modules/face_detection/face_detection_short_range.pbtxt} and
 * {@code face_detection_full_range.pbtxt}.
 *
 * @param name name of its SavedModel's directory
 * @param inputSize side of the square input, px
 * @param strides px of the input between neighboring anchors, one for each layer
 * @param interpolatedAnchors whether each layer has a second anchor, whose scale is between its own and the next
 *     layer's
 * @param minScore minimum score of a detection, 0..1
 */
public record BlazeFaceSpec(
        String name, int inputSize, List<Integer> strides, boolean interpolatedAnchors, double minScore) {

    /** For faces within about 2 m: at least a fifth of the crop's side. */
    public static final BlazeFaceSpec SHORT_RANGE =
            new BlazeFaceSpec("blazeface_short_range", 128, List.of(8, 16, 16, 16), true, 0.5);

    /** For faces within about 5 m: at least a twentieth of the crop's side. */
    public static final BlazeFaceSpec FULL_RANGE =
            new BlazeFaceSpec("blazeface_full_range", 192, List.of(4), false, 0.6);

    /** Values for each anchor: center x, center y, width, height, then x and y of each keypoint. */
    static final int REGRESSORS = 4 + 2 * Keypoints.COUNT;

    ModelSignature signature(int anchors) {
        return new ModelSignature(
                TensorSpec.of("image", TensorSpec.FREE, (long) inputSize, (long) inputSize, (long) CHANNELS),
                List.of(
                        TensorSpec.of("regressors", TensorSpec.FREE, (long) anchors, (long) REGRESSORS),
                        TensorSpec.of("scores", TensorSpec.FREE, (long) anchors, 1L)));
    }
}
