package io.eyegoogler.evaluate;

import java.util.List;

/**
 * What a directory's {@code annotations.json} says.
 *
 * @param photos those that could be understood, in the file's order
 * @param problems one line for each that could not
 */
public record Annotations(List<AnnotatedPhoto> photos, List<String> problems) {

    public Annotations {
        photos = List.copyOf(photos);
        problems = List.copyOf(problems);
    }
}
