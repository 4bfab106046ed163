/**
 * The UltraFace RFB-320 proposal network: input regions of any size, prior boxes and box decoding. Which regions it
 * runs on, and which of its detections are faces, is decided in {@code fused}.
 */
package io.eyegoogler.detect.rfb;
