/**
 * Photos: from the bytes of a file to upright pixels in the canonical {@link io.eyegoogler.image.PixelLayout}, and back
 * to bytes.
 *
 * <p>This package and those below it are the only ones that use ImageIO; nothing here knows faces, eyes or HTTP.
 */
package io.eyegoogler.image;
