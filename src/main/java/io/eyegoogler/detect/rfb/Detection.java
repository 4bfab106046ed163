package io.eyegoogler.detect.rfb;

import io.eyegoogler.detect.Box;

/**
 * A place where the network sees a face.
 *
 * @param score how sure it is, 0..1
 * @param box the face from brow to chin, px of the photo unless said
 */
public record Detection(double score, Box box) {}
