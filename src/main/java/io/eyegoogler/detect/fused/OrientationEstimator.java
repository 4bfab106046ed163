package io.eyegoogler.detect.fused;

import io.eyegoogler.Face;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

/** Tells which way up a photo is by the faces that are found in it. */
final class OrientationEstimator {

    /** Faces found wrongly, because they lie on their side or stand on their head, score less, 0..1. */
    private static final double CLEAR = 0.9;
    /** A face tilted further is nearer to upright in the photo turned by a quarter, radians. */
    private static final double MAX_ROLL = Math.PI / 4;

    /** A photo tilted less has no face that the look at it as it is would miss, radians. */
    static final double MIN_TILT = Math.toRadians(20);

    private OrientationEstimator() {}

    /** How far the heads are tilted, clockwise, radians: the median. */
    static double tilt(List<Face> faces) {
        double[] rolls = faces.stream()
                .mapToDouble(face -> face.keypoints().roll())
                .sorted()
                .toArray();
        return rolls.length == 0 ? 0 : rolls[rolls.length / 2];
    }

    /** Whether {@code faces} leave no doubt that the photo is the right way up. */
    static boolean isClear(List<Face> faces) {
        return evidence(faces) >= CLEAR;
    }

    /**
     * By how much a photo is to be turned so that its surest face stands upright.
     *
     * @param faces found in the photo as it is
     * @param look finds faces in the photo turned
     */
    static RotatedPhoto turns(List<Face> faces, Function<RotatedPhoto, List<Face>> look) {
        RotatedPhoto best = RotatedPhoto.NONE;
        double most = evidence(faces);
        for (RotatedPhoto turns : EnumSet.range(RotatedPhoto.ONE, RotatedPhoto.THREE)) {
            double evidence = evidence(look.apply(turns));
            if (evidence > most) {
                most = evidence;
                best = turns;
            }
        }
        return best;
    }

    /** The best score of a face that stands upright. */
    private static double evidence(List<Face> faces) {
        return faces.stream()
                .filter(face -> Math.abs(face.keypoints().roll()) <= MAX_ROLL)
                .mapToDouble(Face::score)
                .max()
                .orElse(0);
    }
}
