package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.DetectionMode;

/**
 * How closely a photo is looked at.
 *
 * @param smallestFace side of the smallest face that MTCNN looks for, px of the photo
 * @param smallestShare the same as a share of the photo's longer side; the larger of both counts. MTCNN's cost grows
 *     with the inverse of its square
 * @param tiles whether BlazeFace looks at parts of the photo too
 */
record Effort(double smallestFace, double smallestShare, boolean tiles) {

    private static final Effort BALANCED = new Effort(20, 1 / 64.0, false);
    private static final Effort THOROUGH = new Effort(12, 1 / 128.0, true);
    /** To see which way up a photo is, its larger faces will do. */
    static final Effort GLANCE = new Effort(24, 1 / 32.0, false);

    static Effort of(DetectionMode mode) {
        return mode == DetectionMode.THOROUGH ? THOROUGH : BALANCED;
    }

    /** Side of the smallest face looked for in a photo of that longer side, px. */
    double smallestFace(int longerSide) {
        return Math.max(smallestFace, smallestShare * longerSide);
    }
}
