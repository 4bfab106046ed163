package io.eyegoogler;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * An image with googly eyes.
 *
 * @param image the image, 8-bit sRGB
 * @param faces that got eyes, best score first, in px of the image; empty if none was found or looked for
 * @param eyes that were drawn, in px of the image
 * @param seed that gives the same image again
 */
public record GooglyImage(BufferedImage image, List<Face> faces, List<Eye> eyes, long seed) {}
