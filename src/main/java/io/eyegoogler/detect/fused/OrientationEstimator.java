package io.eyegoogler.detect.fused;

import io.eyegoogler.Face;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

/** Estimates which way up a photo is from the faces detected in it. */
final class OrientationEstimator {

    /** Score, 0..1, that false detections in a sideways or upside-down photo stay below. */
    private static final double MIN_CERTAIN_SCORE = 0.9;
    /** Roll, radians, beyond which a face is closer to upright in the photo rotated by 90°. */
    private static final double MAX_UPRIGHT_ROLL = Math.PI / 4;

    /** Tilt, radians, below which detection in the photo as it is misses no face. */
    static final double MIN_TILT = Math.toRadians(20);

    private OrientationEstimator() {}

    /** Returns the median roll of {@code faces}, clockwise, radians; 0 if there are none. */
    static double tilt(List<Face> faces) {
        double[] rolls = faces.stream()
                .mapToDouble(face -> face.keypoints().roll())
                .sorted()
                .toArray();
        return rolls.length == 0 ? 0 : rolls[rolls.length / 2];
    }

    /** Tells whether {@code faces} leave no doubt that the photo is upright. */
    static boolean isUpright(List<Face> faces) {
        return bestUprightScore(faces) >= MIN_CERTAIN_SCORE;
    }

    /**
     * Returns the rotation that makes the most certain face upright.
     *
     * @param faces detected in the photo as it is
     * @param detector detects faces in the photo rotated
     */
    static QuarterRotation rotation(List<Face> faces, Function<QuarterRotation, List<Face>> detector) {
        QuarterRotation best = QuarterRotation.NONE;
        double bestScore = bestUprightScore(faces);
        for (QuarterRotation rotation : EnumSet.complementOf(EnumSet.of(QuarterRotation.NONE))) {
            double score = bestUprightScore(detector.apply(rotation));
            if (score > bestScore) {
                bestScore = score;
                best = rotation;
            }
        }
        return best;
    }

    private static double bestUprightScore(List<Face> faces) {
        return faces.stream()
                .filter(face -> Math.abs(face.keypoints().roll()) <= MAX_UPRIGHT_ROLL)
                .mapToDouble(Face::score)
                .max()
                .orElse(0);
    }
}
