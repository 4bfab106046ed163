package io.eyegoogler.detect.rfb;

import io.eyegoogler.Box;
import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The network's raw outputs for one input as detections, many for each face, px of the input.
 *
 * <p>Source: Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB, {@code vision/utils/box_utils.py},
 * {@code convert_locations_to_boxes}.
 */
final class BoxDecoder {

    /** How far a regressor of 1 moves the middle, in sides of the prior. */
    private static final double CENTER_VARIANCE = 0.1;
    /** The logarithm of how much a regressor of 1 enlarges the side. */
    private static final double SIZE_VARIANCE = 0.2;

    /** Values for each prior: that it is no face, that it is one; softmax makes probabilities of the two. */
    static final int LOGITS = 2;

    private static final int FACE = 1;
    /** Values for each prior: the middle's offset in x and y, width and height. */
    static final int REGRESSORS = 4;

    private BoxDecoder() {}

    /**
     * @param logits [prior][{@link #LOGITS}]
     * @param regressors [prior][{@link #REGRESSORS}]
     * @param minScore detections below are dropped, 0..1
     */
    static List<RfbDetection> decode(List<Box> priors, float[] logits, float[] regressors, double minScore) {
        List<RfbDetection> detections = new ArrayList<>();
        // Compared before the exponential, which nearly all of thousands of priors are spared so.
        double minMargin = Math.log(minScore / (1 - minScore));
        for (int i = 0; i < priors.size(); i++) {
            double margin = (double) logits[i * LOGITS + FACE] - logits[i * LOGITS];
            if (margin >= minMargin) {
                detections.add(detection(sigmoid(margin), box(priors.get(i), regressors, i * REGRESSORS)));
            }
        }
        return detections;
    }

    /** Softmax of two values, as a function of their difference. */
    static double sigmoid(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }

    private static RfbDetection detection(double score, Box box) {
        return new RfbDetection(score, box, 0, Math.max(box.width(), box.height()));
    }

    private static Box box(Box prior, float[] regressors, int at) {
        Point middle = prior.middle();
        double x = middle.x() + regressors[at] * CENTER_VARIANCE * prior.width();
        double y = middle.y() + regressors[at + 1] * CENTER_VARIANCE * prior.height();
        double width = prior.width() * Math.exp(regressors[at + 2] * SIZE_VARIANCE);
        double height = prior.height() * Math.exp(regressors[at + 3] * SIZE_VARIANCE);
        return new Box(x - width / 2, y - height / 2, width, height);
    }
}
