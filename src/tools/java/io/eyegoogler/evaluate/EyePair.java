package io.eyegoogler.evaluate;

import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;

/**
 * Two eyes, px of the upright photo.
 *
 * <p>Which is whose left doesn't matter, since both get the same googly eye: errors are of the pairing that fits
 * better. It is that of the smaller x to the smaller x, except where a head lies on its side and x says nothing.
 */
record EyePair(Point first, Point second) {

    static EyePair of(Keypoints keypoints) {
        return new EyePair(keypoints.rightEye(), keypoints.leftEye());
    }

    /** Their distance, px. */
    double distance() {
        return first.distanceTo(second);
    }

    Point middle() {
        return first.middle(second);
    }

    /** The mean of the distances from each of these eyes to its counterpart, px. */
    double meanErrorTo(EyePair other) {
        double straight = first.distanceTo(other.first) + second.distanceTo(other.second);
        double crossed = first.distanceTo(other.second) + second.distanceTo(other.first);
        return Math.min(straight, crossed) / 2;
    }
}
