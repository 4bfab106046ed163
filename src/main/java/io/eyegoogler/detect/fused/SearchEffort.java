package io.eyegoogler.detect.fused;

/**
 * How closely a photo is looked at.
 *
 * @param closest longer side of the closest look, px of RFB's input: faces from about 1/100 of that side on are seen
 * @param everywhere whether all closer looks are taken, rather than those that the first look gives reason for
 */
record SearchEffort(int closest, boolean everywhere) {

    static final SearchEffort BALANCED = new SearchEffort(1280, false);
    static final SearchEffort THOROUGH = new SearchEffort(2560, true);
    /** To see which way up a photo is, its larger faces will do. */
    static final SearchEffort GLANCE = new SearchEffort(640, false);
}
