/**
 * Divides a picture into strips of rows and compresses several of them at a time. It is what the encoders share, and
 * knows neither pixels nor file formats.
 */
package io.eyegoogler.image.strips;
