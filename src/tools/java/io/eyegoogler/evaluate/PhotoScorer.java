package io.eyegoogler.evaluate;

import io.eyegoogler.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each face at most one of the detections that lie on it, and each detection at most one face: the pair that is
 * the least off first, and so on (greedy, as in most benchmarks; of pairs that are equally far off, the one whose
 * detection has the better score, then the face marked first).
 *
 * <p>The best assignment overall would differ only where one detection lies on two faces and another on just one of
 * them, and then by giving a face a detection that fits another better.
 */
final class PhotoScorer {

    private record Pair(int face, int detection, double offset) {

        static final Comparator<Pair> NEAREST_FIRST = Comparator.comparingDouble(Pair::offset)
                .thenComparingInt(Pair::detection)
                .thenComparingInt(Pair::face);
    }

    private PhotoScorer() {}

    static PhotoScore score(AnnotatedPhoto photo, List<Face> found) {
        List<Face> detections = found.stream()
                .sorted(Comparator.comparingDouble(Face::score).reversed())
                .toList();
        List<AnnotatedFace> faces = photo.counted();
        Map<Integer, Integer> detectionOfFace = match(faces, detections);
        List<FaceScore> scores = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            scores.add(new FaceScore(
                    faces.get(i), Optional.ofNullable(detectionOfFace.get(i)).map(detections::get)));
        }
        List<Face> falseAlarms = new ArrayList<>();
        List<Face> uncounted = new ArrayList<>();
        for (int i = 0; i < detections.size(); i++) {
            if (!detectionOfFace.containsValue(i)) {
                (countsAgainst(detections.get(i), photo) ? falseAlarms : uncounted).add(detections.get(i));
            }
        }
        return new PhotoScore(scores, falseAlarms, uncounted);
    }

    private static Map<Integer, Integer> match(List<AnnotatedFace> faces, List<Face> detections) {
        Map<Integer, Integer> detectionOfFace = new HashMap<>();
        for (Pair pair : pairs(faces, detections)) {
            if (!detectionOfFace.containsKey(pair.face) && !detectionOfFace.containsValue(pair.detection)) {
                detectionOfFace.put(pair.face, pair.detection);
            }
        }
        return detectionOfFace;
    }

    private static List<Pair> pairs(List<AnnotatedFace> faces, List<Face> detections) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            for (int j = 0; j < detections.size(); j++) {
                if (ScoringRule.liesOn(detections.get(j), faces.get(i))) {
                    pairs.add(new Pair(i, j, ScoringRule.offset(detections.get(j), faces.get(i))));
                }
            }
        }
        pairs.sort(Pair.NEAREST_FIRST);
        return pairs;
    }

    private static boolean countsAgainst(Face detection, AnnotatedPhoto photo) {
        return !photo.partial()
                && photo.ignored().stream().noneMatch(ignored -> ScoringRule.liesIn(ignored, detection));
    }
}
