/**
 * Animations that are read: the frames of GIF, APNG and animated WebP, each composed by the rules of its format.
 *
 * <p>Nothing here draws or writes, and no pixel is decoded before all frames have been counted.
 */
package io.eyegoogler.image.moving;
