package io.eyegoogler.evaluate.moving;

import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import io.eyegoogler.track.TrackedFace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is measured on the frames of one scene. */
public final class SceneScore {

    /** Maximum distance of a face from a person's, both measured between the eyes, in distances of the eyes. */
    private static final double ON_FACE = 0.8;
    /** Frames for which a face that vanished may stay. */
    private static final int MAX_LATENCY = 2;

    private final List<Double> errors = new ArrayList<>();
    private final Map<Integer, List<Point>> eyes = new HashMap<>();
    private final Map<Integer, Integer> ids = new HashMap<>();
    private final Map<Integer, Set<Integer>> allIds = new HashMap<>();
    /** For each person: frames in a row with its face in full sight, frames in a row without, and whether it is found. */
    private final Map<Integer, Integer> seen = new HashMap<>();

    private final Map<Integer, Integer> gone = new HashMap<>();
    private final Set<Integer> present = new HashSet<>();

    private int visible;
    private int found;
    private int swaps;
    private int newIds;
    private int onNothing;
    private int appearLatency;
    private int vanishLatency;
    private int flickers;

    /** Takes a frame into account. */
    void add(List<Truth> truth, List<TrackedFace> faces, int people) {
        Set<TrackedFace> matched = new HashSet<>();
        Set<Integer> here = new HashSet<>();
        // A face that hides another may lie where the other is.
        List<Truth> bySight =
                truth.stream().sorted(Comparator.comparing(Truth::sight)).toList();
        for (Truth each : bySight) {
            here.add(each.person());
            TrackedFace face = nearest(each, faces, matched);
            if (face != null) {
                matched.add(face);
            }
            count(each, face);
        }
        for (int person = 0; person < people; person++) {
            if (!here.contains(person)) {
                leave(person);
            }
        }
        if (faces.stream().anyMatch(face -> !matched.contains(face))) {
            boolean vanishing = gone.values().stream().anyMatch(frames -> frames <= MAX_LATENCY);
            if (vanishing) {
                int latency = gone.values().stream().mapToInt(i -> i).min().orElse(0);
                vanishLatency = Math.max(vanishLatency, latency);
            } else {
                onNothing++;
            }
        }
    }

    private void leave(int person) {
        gone.merge(person, 1, Integer::sum);
        seen.remove(person);
        present.remove(person);
    }

    private static TrackedFace nearest(Truth truth, List<TrackedFace> faces, Set<TrackedFace> taken) {
        TrackedFace best = null;
        double least = ON_FACE * truth.eyeDistance();
        for (TrackedFace face : faces) {
            double distance = face.face().keypoints().eyeMiddle().distanceTo(truth.middle());
            if (!taken.contains(face) && distance < least) {
                least = distance;
                best = face;
            }
        }
        return best;
    }

    private void count(Truth truth, TrackedFace face) {
        int person = truth.person();
        if (truth.sight() == Truth.Sight.NONE) {
            leave(person);
            if (face != null) {
                vanishLatency = Math.max(vanishLatency, gone.get(person));
                onNothing += gone.get(person) > MAX_LATENCY ? 1 : 0;
            }
            return;
        }
        gone.remove(person);
        if (truth.sight() == Truth.Sight.ALL) {
            visible++;
            int frames = seen.merge(person, 1, Integer::sum);
            if (face == null) {
                flickers += present.contains(person) ? 1 : 0;
                appearLatency = present.contains(person) ? appearLatency : Math.max(appearLatency, frames);
            } else {
                found++;
                present.add(person);
                measure(truth, face);
            }
        }
        if (face != null) {
            identify(person, face.id());
        }
    }

    private void measure(Truth truth, TrackedFace face) {
        Keypoints keypoints = face.face().keypoints();
        double error = keypoints.rightEye().distanceTo(truth.rightEye())
                + keypoints.leftEye().distanceTo(truth.leftEye());
        errors.add(error / 2 / truth.eyeDistance());
        eyes.computeIfAbsent(2 * truth.person(), key -> new ArrayList<>()).add(keypoints.rightEye());
        eyes.computeIfAbsent(2 * truth.person() + 1, key -> new ArrayList<>()).add(keypoints.leftEye());
    }

    private void identify(int person, int id) {
        Integer before = ids.put(person, id);
        if (before != null && before != id) {
            boolean others = allIds.entrySet().stream()
                    .anyMatch(entry ->
                            entry.getKey() != person && entry.getValue().contains(id));
            swaps += others ? 1 : 0;
            newIds += others ? 0 : 1;
        }
        allIds.computeIfAbsent(person, key -> new HashSet<>()).add(id);
    }

    /** Returns the eye errors of all frames, in distances of the eyes. */
    public List<Double> errors() {
        return List.copyOf(errors);
    }

    /** Returns the share of faces in full sight that were found, 0..1. */
    public double found() {
        return visible == 0 ? 1 : (double) found / visible;
    }

    /** Returns the root mean square distance of the eyes from their mean places, px. */
    public double movement() {
        double squares = 0;
        int count = 0;
        for (List<Point> places : eyes.values()) {
            // From the tenth frame on: the filter has come to rest.
            List<Point> late = places.subList(Math.min(10, places.size()), places.size());
            double x = late.stream().mapToDouble(Point::x).average().orElse(0);
            double y = late.stream().mapToDouble(Point::y).average().orElse(0);
            for (Point place : late) {
                squares += (place.x() - x) * (place.x() - x) + (place.y() - y) * (place.y() - y);
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }

    /** Returns how often a person got the id of another (identity switches). */
    public int swaps() {
        return swaps;
    }

    /** Returns how often a person got a new id. */
    public int newIds() {
        return newIds;
    }

    /** Returns the frames with eyes where there is no face, nor was two frames before. */
    public int onNothing() {
        return onNothing;
    }

    /** Returns the most frames in which a face in full sight was not found yet. */
    public int appearLatency() {
        return appearLatency;
    }

    /** Returns the most frames in which a face that had vanished was still shown. */
    public int vanishLatency() {
        return vanishLatency;
    }

    /** Returns the frames in which a face in full sight was lost again. */
    public int flickers() {
        return flickers;
    }
}
