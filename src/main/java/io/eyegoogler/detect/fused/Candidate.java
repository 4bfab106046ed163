package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.sampling.SquareCrop;

/**
 * A region proposal: a place where there may be a face.
 *
 * @param crop the square to run O-Net on first
 * @param rfbScore RFB's score, 0..1; 0 if only BlazeFace proposed it
 */
record Candidate(SquareCrop crop, double rfbScore) {}
