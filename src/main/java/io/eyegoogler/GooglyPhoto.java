package io.eyegoogler;

import java.util.List;

/**
 * A photo with googly eyes, as a file.
 *
 * @param file its bytes; no copy is made, so treat them as yours alone
 * @param format of the file
 * @param width of the upright photo, px, likewise {@code height}; a GIF may be smaller
 * @param faces that got eyes, best score first, in px of the upright photo; empty if none was found
 * @param seed that brings the same bytes again
 */
public record GooglyPhoto(byte[] file, PhotoFormat format, int width, int height, List<Face> faces, long seed) {}
