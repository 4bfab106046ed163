package io.eyegoogler.detect.fused;

/**
 * How closely a photo is looked at.
 *
 * @param closest longer side of the closest look, px of RFB's input: faces from about 1/100 of that side on are seen
 * @param everywhere whether all closer looks are taken, rather than those that the first look gives reason for
 */
record Effort(int closest, boolean everywhere) {

    static final Effort BALANCED = new Effort(1280, false);
    static final Effort THOROUGH = new Effort(2560, true);
    /** To see which way up a photo is, its larger faces will do. */
    static final Effort GLANCE = new Effort(640, false);
}
