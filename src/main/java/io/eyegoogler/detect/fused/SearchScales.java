package io.eyegoogler.detect.fused;

/**
 * The scales of a photo that RFB runs on.
 *
 * @param maxLongerSide longer side of the photo at the finest scale, px of RFB's input: faces from about 1/100 of it on
 *     are found
 * @param exhaustive whether to run all scales, rather than those that the results of the coarser ones call for
 */
record SearchScales(int maxLongerSide, boolean exhaustive) {

    static final SearchScales BALANCED = new SearchScales(1280, false);
    static final SearchScales THOROUGH = new SearchScales(2560, true);
    /** The larger faces are enough to tell which way up a photo is. */
    static final SearchScales ORIENTATION = new SearchScales(640, false);
}
