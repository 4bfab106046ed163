package io.eyegoogler.detect.blazeface;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The model's raw outputs for one view as faces, many for each real one, in 0..1 of the view.
 *
 * <p>Source: MediaPipe, {@code mediapipe/calculators/tensor/tensors_to_detections_calculator.cc}.
 */
final class TensorsToDetections {

    /** Raw scores are clipped before the sigmoid ({@code score_clipping_thresh}). */
    private static final double SCORE_CLIPPING = 100;

    private static final int BOX_VALUES = 4;

    private final List<Point> anchors;
    private final double inputSize;

    TensorsToDetections(List<Point> anchors, int inputSize) {
        this.anchors = anchors;
        this.inputSize = inputSize;
    }

    /**
     * @param regressors [view][anchor][{@link BlazeFaceSpec#REGRESSORS}], px of the model's input
     * @param scores [view][anchor], before the sigmoid
     * @param view which of the batch
     * @param minScore detections below are dropped, 0..1
     */
    List<Face> decode(float[] regressors, float[] scores, int view, double minScore) {
        List<Face> faces = new ArrayList<>();
        for (int anchor = 0; anchor < anchors.size(); anchor++) {
            int index = view * anchors.size() + anchor;
            double score = sigmoid(scores[index]);
            if (score >= minScore) {
                Face face = face(score, regressors, index * BlazeFaceSpec.REGRESSORS, anchors.get(anchor));
                if (face.box().width() >= 0 && face.box().height() >= 0) {
                    faces.add(face);
                }
            }
        }
        return faces;
    }

    private Face face(double score, float[] regressors, int at, Point anchor) {
        Point centre = point(regressors, at, anchor);
        double width = regressors[at + 2] / inputSize;
        double height = regressors[at + 3] / inputSize;
        List<Point> keypoints = new ArrayList<>(Keypoints.COUNT);
        for (int k = 0; k < Keypoints.COUNT; k++) {
            keypoints.add(point(regressors, at + BOX_VALUES + 2 * k, anchor));
        }
        Box box = new Box(centre.x() - width / 2, centre.y() - height / 2, width, height);
        return new Face(score, box, Keypoints.of(keypoints));
    }

    private Point point(float[] regressors, int at, Point anchor) {
        return new Point(regressors[at] / inputSize + anchor.x(), regressors[at + 1] / inputSize + anchor.y());
    }

    private static double sigmoid(double raw) {
        double clipped = Math.max(-SCORE_CLIPPING, Math.min(SCORE_CLIPPING, raw));
        return 1 / (1 + Math.exp(-clipped));
    }
}
