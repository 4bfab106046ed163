package io.eyegoogler.evaluate.report;

import io.eyegoogler.Box;
import io.eyegoogler.evaluate.Boxes;
import io.eyegoogler.evaluate.FaceScore;
import io.eyegoogler.evaluate.PhotoRun;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that went wrong.
 *
 * @param focus where in the photo, px
 * @param weight how bad it is among its kind, the worst highest
 */
record Exhibit(PhotoRun run, Box focus, double weight, String caption) {

    /** What can go wrong, in the order of the report. */
    enum Kind {
        /** The surest first. */
        FALSE_ALARM("False alarms", "a detection on no face, or a second one on a face") {
            @Override
            Stream<Exhibit> of(PhotoRun run) {
                return run.score().falseAlarms().stream()
                        .map(alarm ->
                                new Exhibit(run, alarm.box(), alarm.score(), format("score %.2f", alarm.score())));
            }
        },
        /** The farthest off first. */
        WRONG_EYES("Wrong eyes", "a face found, but with eyes off by more than a quarter of their distance") {
            @Override
            Stream<Exhibit> of(PhotoRun run) {
                return run.score().faces().stream().filter(FaceScore::isWrong).map(face -> {
                    double error = face.eyeError().getAsDouble();
                    return new Exhibit(run, face.face().box(), error, format("off by %.2f eye distances", error));
                });
            }
        },
        /** The largest in its photo first, which should have been the easiest to find. */
        MISS("Misses", "a face without a detection") {
            @Override
            Stream<Exhibit> of(PhotoRun run) {
                return run.score().faces().stream()
                        .filter(face -> !face.isFound())
                        .map(face -> {
                            double side = Boxes.longerSide(face.face().box());
                            double share = side
                                    / Math.max(run.photo().width(), run.photo().height());
                            return new Exhibit(
                                    run,
                                    face.face().box(),
                                    share,
                                    format("%.0f px, %.1f %% of the photo", side, 100 * share));
                        });
            }
        };

        final String title;
        final String explanation;

        Kind(String title, String explanation) {
            this.title = title;
            this.explanation = explanation;
        }

        abstract Stream<Exhibit> of(PhotoRun run);

        /** All of {@code runs}, the worst first. */
        List<Exhibit> of(List<PhotoRun> runs) {
            return runs.stream()
                    .flatMap(this::of)
                    .sorted(Comparator.comparingDouble(Exhibit::weight).reversed())
                    .toList();
        }

        private static String format(String form, Object... values) {
            return String.format(Locale.ROOT, form, values);
        }
    }
}
