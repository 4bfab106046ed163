package io.eyegoogler.evaluate;

import java.util.Collection;
import java.util.List;

/**
 * What is counted in one photo, or in those of its faces that belong to a slice.
 *
 * @param faces to be found
 * @param found those with a detection
 * @param bothEyes those with both eyes given
 * @param right those whose eyes are well placed
 * @param eyeErrors of faces found that have both eyes given, in eye distances
 * @param complete 1 if false alarms can be told in it: a whole photo with every face marked; else 0
 * @param falseAlarms of a complete photo
 */
record Tally(int faces, int found, int bothEyes, int right, List<Double> eyeErrors, int complete, int falseAlarms) {

    /** Of a whole photo. */
    static Tally ofPhoto(AnnotatedPhoto photo, PhotoScore score) {
        return of(score.faces(), photo.partial() ? 0 : 1, score.falseAlarms().size());
    }

    /** Of some faces of a photo. A false alarm has no age or pose, so there is none to count. */
    static Tally ofFaces(Collection<FaceScore> faces) {
        return of(faces, 0, 0);
    }

    private static Tally of(Collection<FaceScore> scores, int complete, int falseAlarms) {
        return new Tally(
                scores.size(),
                (int) scores.stream().filter(FaceScore::isFound).count(),
                (int) scores.stream()
                        .filter(score -> score.face().eyePair().isPresent())
                        .count(),
                (int) scores.stream().filter(FaceScore::isRight).count(),
                scores.stream()
                        .flatMapToDouble(score -> score.eyeError().stream())
                        .boxed()
                        .toList(),
                complete,
                falseAlarms);
    }
}
