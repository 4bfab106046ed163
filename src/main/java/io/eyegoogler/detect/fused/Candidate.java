package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.View;

/**
 * A place where a face may be.
 *
 * @param view what O-Net is to look at first
 * @param rfb how sure RFB is of it, 0..1; 0 if it sees nothing there
 * @param blazeFace how sure BlazeFace is of it in the whole photo, 0..1; 0 if it sees nothing there
 */
record Candidate(View view, double rfb, double blazeFace) {}
