package io.eyegoogler;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture with googly eyes.
 *
 * @param image the picture, 8-bit sRGB
 * @param faces that got eyes, best score first, in px of the picture; empty if none was found
 * @param seed that brings the same picture again
 */
public record GooglyImage(BufferedImage image, List<Face> faces, long seed) {}
