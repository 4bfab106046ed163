package io.eyegoogler.evaluate;

import java.util.List;
import java.util.Set;

/**
 * A photo as a person marked it.
 *
 * @param name its path in the directory, with {@code /}
 * @param width px of the upright photo
 * @param height px of the upright photo
 * @param partial there are more faces than those marked, so what is found beside them may be right
 */
public record AnnotatedPhoto(
        String name, int width, int height, boolean partial, List<AnnotatedFace> faces, Set<Slice> slices) {

    public AnnotatedPhoto {
        faces = List.copyOf(faces);
        slices = Set.copyOf(slices);
    }

    /** The faces that are to be found. */
    List<AnnotatedFace> counted() {
        return faces.stream().filter(face -> !face.ignored()).toList();
    }

    /** The faces that count neither way. */
    List<AnnotatedFace> ignored() {
        return faces.stream().filter(AnnotatedFace::ignored).toList();
    }
}
