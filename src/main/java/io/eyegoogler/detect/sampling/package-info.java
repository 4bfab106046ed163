/**
 * Resampling: resizes regions of interest of a photo, rotated ones too, to float tensors for a model's input. No model
 * and no detection logic here; photos come as decoded pixels, never as files.
 */
package io.eyegoogler.detect.sampling;
