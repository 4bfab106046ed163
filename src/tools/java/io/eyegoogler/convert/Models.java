package io.eyegoogler.convert;

import io.eyegoogler.convert.ModelDescription.Port;
import java.util.List;

/** The models that are converted. */
final class Models {
    /** Regressors per anchor: box center and size, and six keypoints of two coordinates each. */
    private static final int REGRESSORS = 16;

    static final List<ModelDescription> ALL = List.of(
            blazeFace("short_range", "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633", 128, 896),
            blazeFace("full_range", "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3", 192, 2304),
            new ModelDescription(
                    "mtcnn_onet",
                    "android/src/main/assets/onet.tflite",
                    "946543640bd17e5275f442646422a4816441bb00897439a69bc9ea5fcf1fe601",
                    Port.of("image", -1, 48, 48, 3),
                    List.of(Port.of("scores", -1, 2), Port.of("boxes", -1, 4), Port.of("landmarks", -1, 10))),
            new ModelDescription(
                    "ultraface_rfb_320",
                    "model/fr_detect.onnx",
                    "6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854",
                    Port.of("image", -1, -1, -1, 3).from("input"),
                    List.of(
                            Port.of("logits", -1, -1, 2).from("461"),
                            Port.of("regressors", -1, -1, 4).from("462"))));

    private Models() {}

    private static ModelDescription blazeFace(String range, String sha256, int side, int anchors) {
        return new ModelDescription(
                "blazeface_" + range,
                "face_detection_" + range + ".tflite",
                sha256,
                Port.of("image", -1, side, side, 3),
                List.of(Port.of("regressors", -1, anchors, REGRESSORS), Port.of("scores", -1, anchors, 1)));
    }
}
