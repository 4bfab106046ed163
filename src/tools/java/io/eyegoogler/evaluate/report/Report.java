package io.eyegoogler.evaluate.report;

import io.eyegoogler.evaluate.Evaluation;
import io.eyegoogler.evaluate.Sums;
import java.nio.file.Path;
import java.util.List;

/**
 * All there is to report.
 *
 * @param photos the directory that was evaluated
 * @param evaluations one for each detector, at least one
 * @param problems a line for each photo that was left out
 * @param missedFloors a line for each floor that the first detector misses
 */
public record Report(Path photos, List<Evaluation> evaluations, List<String> problems, List<String> missedFloors) {

    public Report {
        evaluations = List.copyOf(evaluations);
        problems = List.copyOf(problems);
        missedFloors = List.copyOf(missedFloors);
    }

    /** {@code 60 photos, 114 faces}. */
    String extent() {
        Sums sums = evaluations.get(0).overall().sums();
        return count(sums.photos(), "photo") + ", " + count(sums.faces(), "face");
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
