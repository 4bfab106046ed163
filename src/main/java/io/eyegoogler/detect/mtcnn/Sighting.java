package io.eyegoogler.detect.mtcnn;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Point;

/**
 * A face as O-Net sees it, in px of the photo.
 *
 * @param score how sure it is, 0..1
 * @param box the face from brow to chin
 * @param rightEye the subject's, on the viewer's left; likewise the corner of the mouth
 */
public record Sighting(
        double score, Box box, Point rightEye, Point leftEye, Point noseTip, Point mouthRight, Point mouthLeft) {}
