package io.eyegoogler.detect.blazeface;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes the model's output tensors to faces in 0..1 of the crop, many for each real face.
 *
 * <p>Source: MediaPipe, {@code mediapipe/calculators/tensor/tensors_to_detections_calculator.cc}.
 */
final class TensorsToDetections {

    /** Logits are clipped to ± this before the sigmoid ({@code score_clipping_thresh}). */
    private static final double SCORE_CLIPPING = 100;

    private static final int BOX_VALUES = 4;

    private final List<Point> anchors;
    private final double inputSize;

    TensorsToDetections(List<Point> anchors, int inputSize) {
        this.anchors = anchors;
        this.inputSize = inputSize;
    }

    /**
     * Decodes the outputs for one crop of the batch.
     *
     * @param regressors [crop][anchor][{@link BlazeFaceSpec#REGRESSORS}], px of the model's input
     * @param logits [crop][anchor]
     * @param crop index in the batch
     * @param minScore minimum score of a detection, 0..1
     */
    List<Face> decode(float[] regressors, float[] logits, int crop, double minScore) {
        List<Face> faces = new ArrayList<>();
        // Compared before the sigmoid, which is then computed for very few of the hundreds of anchors.
        double minLogit = Math.log(minScore / (1 - minScore));
        for (int anchor = 0; anchor < anchors.size(); anchor++) {
            int index = crop * anchors.size() + anchor;
            if (logits[index] >= minLogit) {
                double score = sigmoid(logits[index]);
                Face face = face(score, regressors, index * BlazeFaceSpec.REGRESSORS, anchors.get(anchor));
                if (face.box().width() >= 0 && face.box().height() >= 0) {
                    faces.add(face);
                }
            }
        }
        return faces;
    }

    private Face face(double score, float[] regressors, int at, Point anchor) {
        Point center = point(regressors, at, anchor);
        double width = regressors[at + 2] / inputSize;
        double height = regressors[at + 3] / inputSize;
        List<Point> keypoints = new ArrayList<>(Keypoints.COUNT);
        for (int k = 0; k < Keypoints.COUNT; k++) {
            keypoints.add(point(regressors, at + BOX_VALUES + 2 * k, anchor));
        }
        return new Face(score, Box.around(center, width, height), Keypoints.of(keypoints));
    }

    private Point point(float[] regressors, int at, Point anchor) {
        return new Point(regressors[at] / inputSize + anchor.x(), regressors[at + 1] / inputSize + anchor.y());
    }

    private static double sigmoid(double logit) {
        double clipped = Math.max(-SCORE_CLIPPING, Math.min(SCORE_CLIPPING, logit));
        return 1 / (1 + Math.exp(-clipped));
    }
}
