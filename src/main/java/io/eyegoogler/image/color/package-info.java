/**
 * Colors: ICC profiles, PNG's color chunks, and the conversion of pixels to sRGB by Java's color management.
 *
 * <p>Nothing here reads files or knows the program's pixel layout.
 */
package io.eyegoogler.image.color;
