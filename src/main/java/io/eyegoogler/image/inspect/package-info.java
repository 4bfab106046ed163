/**
 * Inspects a file before it is decoded: its format, what decoding it costs, its EXIF orientation and its color profile.
 *
 * <p>Nothing here decodes pixels or uses ImageIO; every walk over a file is bounded by its length and by stated limits.
 */
package io.eyegoogler.image.inspect;
