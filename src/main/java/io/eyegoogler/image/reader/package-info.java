/**
 * ImageIO readers for formats that ImageIO lacks, and for those of which its readers return the wrong pixels.
 *
 * <p>They aren't registered with ImageIO, so that a program that uses this library keeps its own readers. WebP has a
 * package of its own.
 */
package io.eyegoogler.image.reader;
