package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.sampling.SquareCrop;

/**
 * A place where a face may be.
 *
 * @param view what O-Net is to look at first
 * @param rfb how sure RFB is of it, 0..1; 0 if only BlazeFace sees something there
 */
record Candidate(SquareCrop view, double rfb) {}
