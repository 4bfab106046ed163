package io.eyegoogler;

import java.util.List;

/**
 * A photo with googly eyes, as a file.
 *
 * @param file the file's bytes, not copied: they are the caller's alone
 * @param format of the file
 * @param width of the upright photo, px, likewise {@code height}; the picture in a GIF may be smaller
 * @param height of the upright photo, px
 * @param faces that got eyes, best score first, in px of the upright photo; empty if none was found or looked for. Of a
 *     photo that moves, each different face once, as in the first frame where it was found, in the order of appearance
 * @param eyes that were drawn, in px of the upright photo; if it moves, on the first frame that has any
 * @param seed that gives the same bytes again
 */
public record GooglyPhoto(
        byte[] file, OutputFormat format, int width, int height, List<Face> faces, List<Eye> eyes, long seed) {}
