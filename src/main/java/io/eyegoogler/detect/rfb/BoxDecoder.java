package io.eyegoogler.detect.rfb;

import io.eyegoogler.Box;
import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes the network's logits and regressors to detections in px of the input, many for each face.
 *
 * <p>Source: Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB, {@code vision/utils/box_utils.py},
 * {@code convert_locations_to_boxes}.
 */
final class BoxDecoder {

    /** Shift of the center for a regressor of 1, in sides of the prior box. */
    private static final double CENTER_VARIANCE = 0.1;
    /** Logarithm of the factor by which a regressor of 1 scales a side. */
    private static final double SIZE_VARIANCE = 0.2;

    /** Logits for each prior box: not a face, a face. */
    static final int LOGITS = 2;

    private static final int FACE = 1;
    /** Values for each prior box: shift of the center in x and y, logarithms of the scales of width and height. */
    static final int REGRESSORS = 4;

    private BoxDecoder() {}

    /**
     * Decodes the outputs for one input.
     *
     * @param logits [prior][{@link #LOGITS}]
     * @param regressors [prior][{@link #REGRESSORS}]
     * @param minScore minimum score of a detection, 0..1
     */
    static List<RfbDetection> decode(List<Box> priors, float[] logits, float[] regressors, double minScore) {
        List<RfbDetection> detections = new ArrayList<>();
        // Compared before the sigmoid, which is then computed for very few of the thousands of priors.
        double minMargin = Math.log(minScore / (1 - minScore));
        for (int i = 0; i < logits.length / LOGITS; i++) {
            double margin = (double) logits[i * LOGITS + FACE] - logits[i * LOGITS];
            if (margin >= minMargin) {
                detections.add(detection(sigmoid(margin), box(priors.get(i), regressors, i * REGRESSORS)));
            }
        }
        return detections;
    }

    /** Returns the softmax of two logits, given their difference. */
    static double sigmoid(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }

    private static RfbDetection detection(double score, Box box) {
        return new RfbDetection(score, box, 0, Math.max(box.width(), box.height()));
    }

    private static Box box(Box prior, float[] regressors, int at) {
        Point center = prior.middle();
        Point shifted = new Point(
                center.x() + regressors[at] * CENTER_VARIANCE * prior.width(),
                center.y() + regressors[at + 1] * CENTER_VARIANCE * prior.height());
        double width = prior.width() * Math.exp(regressors[at + 2] * SIZE_VARIANCE);
        double height = prior.height() * Math.exp(regressors[at + 3] * SIZE_VARIANCE);
        return Box.around(shifted, width, height);
    }
}
