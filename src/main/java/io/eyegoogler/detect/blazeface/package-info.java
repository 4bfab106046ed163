/**
 * Google's BlazeFace models, short range and full range, with MediaPipe's anchors, decoding and weighted non-maximum
 * suppression. Nothing here depends on the other networks; how their results are combined is up to {@code fused}.
 */
package io.eyegoogler.detect.blazeface;
