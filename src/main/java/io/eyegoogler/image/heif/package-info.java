/**
 * HEIC and AVIF: reads the boxes of such files, and has their images decoded by libheif's converter in a process of its
 * own.
 *
 * <p>No decoder lives here, and nothing here knows other formats; the converter sees only a small file of what this
 * package has understood and checked.
 */
package io.eyegoogler.image.heif;
