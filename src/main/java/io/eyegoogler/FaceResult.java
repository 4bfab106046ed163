package io.eyegoogler;

import java.util.List;

/**
 * What was found in a photo, and what would be drawn on it.
 *
 * @param image the size of the upright photo
 * @param faces best score first, in px of the upright photo
 * @param eyes what {@link EyeGoogler#googly(byte[], GooglyOptions)} draws with the same options and {@code seed}
 * @param seed the seed of the options, or the one that was drawn for {@code eyes}
 */
public record FaceResult(Size image, List<Face> faces, List<Eye> eyes, long seed) {

    /**
     * Copies the lists.
     *
     * @param image the size of the upright photo
     * @param faces best score first
     * @param eyes what would be drawn
     * @param seed that was used for {@code eyes}
     */
    public FaceResult {
        faces = List.copyOf(faces);
        eyes = List.copyOf(eyes);
    }

    /**
     * The size of an upright photo.
     *
     * @param width px
     * @param height px
     */
    public record Size(int width, int height) {}
}
