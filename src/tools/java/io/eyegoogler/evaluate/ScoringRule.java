package io.eyegoogler.evaluate;

import io.eyegoogler.Face;

/**
 * What counts as found, and what as right.
 *
 * <p>Found: a detection lies on the face, which is to say that its box holds the face's {@link AnnotatedFace#anchor}
 * and is of about its size. Right: it does, and the mean of both eye errors is at most {@link #MAX_EYE_ERROR}. Faces
 * are matched on eyes and not on the overlap of boxes, because what a box holds of a face differs from one set of
 * annotations to another, and because eyes are what is drawn on.
 */
public final class ScoringRule {

    /** In eye distances: a googly eye drawn there, about half an eye distance wide, still covers the real one. */
    public static final double MAX_EYE_ERROR = 0.25;

    /**
     * A detection's side over the face's, or the other way round. Boxes from brow to chin and boxes of whole heads
     * differ by less than 2; a box 3 times as large is of something else that happens to hold the face.
     */
    public static final double MAX_SIZE_RATIO = 3;

    private ScoringRule() {}

    /** Whether {@code detection} is of {@code face}, its eyes well placed or not. */
    static boolean liesOn(Face detection, AnnotatedFace face) {
        double ratio = Boxes.longerSide(detection.box()) / Boxes.longerSide(face.box());
        return Boxes.contains(detection.box(), face.anchor()) && ratio <= MAX_SIZE_RATIO && ratio >= 1 / MAX_SIZE_RATIO;
    }

    /** Whether {@code detection} is in what {@code ignored} marks, which may be one face or a whole crowd. */
    static boolean liesIn(AnnotatedFace ignored, Face detection) {
        return Boxes.contains(ignored.box(), detection.box().middle());
    }

    /** Whether eyes that are off by {@code error}, in eye distances, are right. */
    static boolean isRight(double error) {
        return error <= MAX_EYE_ERROR;
    }

    /**
     * How far {@code detection} is off {@code face}, in sides of the face: the mean of both eye errors; with one eye
     * given, from that to the nearer one detected; with none, from the box's middle to the middle of the detection's.
     */
    static double offset(Face detection, AnnotatedFace face) {
        EyePair detected = EyePair.of(detection.keypoints());
        double pixels = face.eyePair()
                .map(eyes -> eyes.meanErrorTo(detected))
                .orElseGet(() -> face.eyes().isEmpty()
                        ? detection.box().middle().distanceTo(face.anchor())
                        : Math.min(
                                detected.first().distanceTo(face.anchor()),
                                detected.second().distanceTo(face.anchor())));
        return pixels / Boxes.longerSide(face.box());
    }
}
