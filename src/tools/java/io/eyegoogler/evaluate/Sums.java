package io.eyegoogler.evaluate;

import java.util.List;

/**
 * Tallies added up.
 *
 * @param photos in which there is a face of the slice, or which are of it as a whole
 * @param complete photos in which false alarms can be told
 * @param foundInComplete faces found in those
 */
public record Sums(
        int photos, int faces, int found, int bothEyes, int right, int complete, int foundInComplete, int falseAlarms) {

    /** The sum of {@code tallies}, each as many times as {@code times} says. */
    static Sums of(List<Tally> tallies, int[] times) {
        int photos = 0;
        int faces = 0;
        int found = 0;
        int bothEyes = 0;
        int right = 0;
        int complete = 0;
        int foundInComplete = 0;
        int falseAlarms = 0;
        for (int i = 0; i < times.length; i++) {
            Tally tally = tallies.get(i);
            photos += times[i];
            faces += times[i] * tally.faces();
            found += times[i] * tally.found();
            bothEyes += times[i] * tally.bothEyes();
            right += times[i] * tally.right();
            complete += times[i] * tally.complete();
            foundInComplete += times[i] * tally.complete() * tally.found();
            falseAlarms += times[i] * tally.falseAlarms();
        }
        return new Sums(photos, faces, found, bothEyes, right, complete, foundInComplete, falseAlarms);
    }

    double recall() {
        return share(found, faces);
    }

    double precision() {
        return share(foundInComplete, foundInComplete + falseAlarms);
    }

    /** {@code count / total}, not a number if that is 0. */
    static double share(int count, int total) {
        return total == 0 ? Double.NaN : (double) count / total;
    }
}
