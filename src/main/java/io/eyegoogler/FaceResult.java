package io.eyegoogler;

import java.util.List;

/**
 * What was found in a photo.
 *
 * @param image its size
 * @param faces best score first, in px of the upright photo
 */
public record FaceResult(Size image, List<Face> faces) {

    /** Px of the upright photo. */
    public record Size(int width, int height) {}
}
