/**
 * Writes baseline JPEG: color conversion, discrete cosine transform, quantization, entropy coding and markers. Nothing
 * here reads JPEG or knows ImageIO's writers, except for the tables that the standard gives as examples.
 */
package io.eyegoogler.image.jpeg;
