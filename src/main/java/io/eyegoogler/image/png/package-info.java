/**
 * Writes PNG and APNG: row filters, Deflate and chunks, and the ImageIO writer around them. Pixels come from images of
 * 8-bit sRGB; nothing here reads files or knows what a picture shows.
 */
package io.eyegoogler.image.png;
