/**
 * Loads and runs TensorFlow SavedModels: float arrays in, float arrays out. The only package that may import
 * TensorFlow; what the numbers of a particular model mean is not known here.
 */
package io.eyegoogler.detect.tensorflow;
