package io.eyegoogler.track;

import io.eyegoogler.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Assigns the faces found in a frame to tracks, one to one: greedily, by distance, size and appearance. */
final class TrackAssignment {

    /** Maximum distance of a face from where it should be, in sizes of the head. */
    private static final double MAX_DISTANCE = 2;
    /** What a face that was hidden may have moved in addition, in sizes of the head per second. */
    private static final double DISTANCE_PER_SECOND = 2;
    /** Maximum ratio of the sizes of two heads. */
    private static final double MAX_RATIO = 1.7;
    /** Maximum difference in appearance of a face that was hidden, 0..1. */
    private static final double MAX_HIDDEN_CHANGE = 0.28;
    /** Weight of a difference in appearance in the cost, in sizes of the head. */
    private static final double CHANGE_WEIGHT = 5;

    /** A track and the index of a face that may be its; the lower the cost, the better they fit. */
    private record Pair(Track track, int face, double cost) {}

    private TrackAssignment() {}

    /**
     * Returns the index of the face of each track that has one.
     *
     * @param looks the appearance of each face
     */
    static Map<Track, Integer> of(List<Track> tracks, List<Face> faces, List<Appearance> looks, double now) {
        List<Pair> pairs = new ArrayList<>();
        for (Track track : tracks) {
            for (int i = 0; i < faces.size(); i++) {
                double cost = cost(track, faces.get(i), looks.get(i), now);
                if (cost < Double.POSITIVE_INFINITY) {
                    pairs.add(new Pair(track, i, cost));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::cost));
        Map<Track, Integer> matches = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!matches.containsKey(pair.track()) && taken.add(pair.face())) {
                matches.put(pair.track(), pair.face());
            }
        }
        return matches;
    }

    private static double cost(Track track, Face face, Appearance look, double now) {
        HeadPose expected = HeadPose.of(track.predicted(now).keypoints());
        HeadPose found = HeadPose.of(face.keypoints());
        double distance = expected.center().distanceTo(found.center()) / Math.max(expected.size(), found.size());
        double ratio = Math.abs(Math.log(found.size() / expected.size()));
        double change = track.appearance().distanceTo(look);
        double hidden = track.isVisible() ? 0 : track.hidden(now);
        boolean possible = distance <= MAX_DISTANCE + DISTANCE_PER_SECOND * hidden
                && ratio <= Math.log(MAX_RATIO)
                && (track.isVisible() || change <= MAX_HIDDEN_CHANGE);
        return possible ? distance + ratio + CHANGE_WEIGHT * change : Double.POSITIVE_INFINITY;
    }
}
