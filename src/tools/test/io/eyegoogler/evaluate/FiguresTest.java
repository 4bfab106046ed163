package io.eyegoogler.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final double TOLERANCE = 1e-12;
    private static final List<AnnotatedPhoto> PHOTOS = IntStream.range(0, 6)
            .mapToObj(i -> Fixtures.photo(Fixtures.face(200, 200 + i), Fixtures.face(600, 600 + i)))
            .toList();

    /** What a detector that finds every face where {@code move} puts it comes to. */
    private static Figures figures(UnaryOperator<AnnotatedFace> move) {
        List<PhotoRun> runs = PHOTOS.stream()
                .map(photo -> Fixtures.run(
                        photo,
                        photo.faces().stream()
                                .map(move)
                                .map(face -> Fixtures.detection(
                                        0.9, face.anchor().x(), face.anchor().y()))
                                .toArray(Face[]::new)))
                .toList();
        return Evaluation.of("made", runs).overall();
    }

    private static UnaryOperator<AnnotatedFace> by(double pixels) {
        return face -> Fixtures.face(face.anchor().x() + pixels, face.anchor().y());
    }

    private static double value(Figures figures, Metric metric) {
        return figures.get(metric).orElseThrow().value();
    }

    @Test
    void perfectDetector_scoresOne_withoutErrorsOrAlarms() {
        Figures perfect = figures(by(0));
        for (Metric metric : List.of(Metric.FOUND, Metric.RIGHT, Metric.PRECISION, Metric.F1)) {
            assertEquals(1, value(perfect, metric), metric.id());
        }
        for (Metric metric : List.of(Metric.EYE_ERROR_MEDIAN, Metric.EYE_ERROR_P90, Metric.FALSE_ALARMS_PER_PHOTO)) {
            assertEquals(0, value(perfect, metric), metric.id());
        }
    }

    @Test
    void shiftedDetector_scoresLessTheFartherItIsOff() {
        Figures slightly = figures(by(0.1 * Fixtures.EYE_DISTANCE));
        assertEquals(0.1, value(slightly, Metric.EYE_ERROR_MEDIAN), TOLERANCE);
        assertEquals(1, value(slightly, Metric.RIGHT));
        Figures wrong = figures(by(Fixtures.EYE_DISTANCE));
        assertEquals(0, value(wrong, Metric.RIGHT));
        assertEquals(1, value(wrong, Metric.FOUND));
        Figures elsewhere = figures(by(2 * Fixtures.FACE_SIDE));
        assertEquals(0, value(elsewhere, Metric.FOUND));
        assertEquals(0, value(elsewhere, Metric.PRECISION));
        assertEquals(2, value(elsewhere, Metric.FALSE_ALARMS_PER_PHOTO));
    }

    @Test
    void emptyDetector_scoresZero_andHasNoPrecisionOrEyeError() {
        Figures empty = Evaluation.of(
                        "empty", PHOTOS.stream().map(Fixtures::run).toList())
                .overall();
        assertEquals(0, value(empty, Metric.FOUND));
        assertEquals(0, value(empty, Metric.RIGHT));
        assertEquals(0, value(empty, Metric.F1));
        assertEquals(Optional.empty(), empty.get(Metric.PRECISION));
        assertEquals(Optional.empty(), empty.get(Metric.EYE_ERROR_MEDIAN));
    }

    @Test
    void facesWithoutBothEyes_countAsFoundAndNotForEyes() {
        PhotoRun run = Fixtures.run(
                Fixtures.photo(Fixtures.withOneEye(200, 200), Fixtures.face(600, 600)),
                Fixtures.detection(0.9, 200, 200));
        Figures figures = Evaluation.of("made", List.of(run)).overall();
        assertEquals(0.5, value(figures, Metric.FOUND));
        assertEquals(0, value(figures, Metric.RIGHT));
        assertEquals(1, figures.sums().bothEyes());
    }

    @Test
    void photosMarkedInPart_countForRecallOnly() {
        PhotoRun complete = Fixtures.run(Fixtures.photo(Fixtures.face(200, 200)), Fixtures.detection(0.9, 600, 600));
        PhotoRun partial = Fixtures.run(
                Fixtures.photo("crowd.jpg", true, Set.of(), Fixtures.face(200, 200)),
                Fixtures.detection(0.9, 200, 200),
                Fixtures.detection(0.9, 600, 600));
        Figures figures = Evaluation.of("made", List.of(complete, partial)).overall();
        assertEquals(0.5, value(figures, Metric.FOUND));
        assertEquals(0, value(figures, Metric.PRECISION));
        assertEquals(1, value(figures, Metric.FALSE_ALARMS_PER_PHOTO));
    }

    @Test
    void eyeErrors_medianAnd90thPercentile_areErrorsThatOccurred() {
        List<PhotoRun> runs = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> Fixtures.run(
                        Fixtures.photo(Fixtures.face(200, 200)),
                        Fixtures.detection(0.9, 200 + 0.01 * i * Fixtures.EYE_DISTANCE, 200)))
                .toList();
        Figures figures = Evaluation.of("made", runs).overall();
        assertEquals(0.05, value(figures, Metric.EYE_ERROR_MEDIAN), TOLERANCE);
        assertEquals(0.09, value(figures, Metric.EYE_ERROR_P90), TOLERANCE);
    }

    @Test
    void slice_thatFallsBehind_isFlagged_othersAreNot() {
        Slice child = Slice.of("age", "child");
        Slice adult = Slice.of("age", "adult");
        List<PhotoRun> runs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            AnnotatedPhoto photo = Fixtures.photo(Fixtures.face(200, 200, child), Fixtures.face(600, 600, adult));
            runs.add(Fixtures.run(photo, Fixtures.detection(0.9, 600, 600)));
        }
        List<SliceFigures> slices = Evaluation.of("made", runs).slices();
        assertEquals(
                List.of(adult, child), slices.stream().map(SliceFigures::slice).toList());
        assertEquals(Set.of(), slices.get(0).worse());
        assertEquals(Set.of(Metric.FOUND, Metric.RIGHT), slices.get(1).worse());
    }

    @Test
    void slice_ofFewFaces_isNotFlaggedForBadLuck() {
        Slice child = Slice.of("age", "child");
        PhotoRun missed = Fixtures.run(Fixtures.photo(Fixtures.face(200, 200, child)));
        PhotoRun found = Fixtures.run(Fixtures.photo(Fixtures.face(600, 600)), Fixtures.detection(0.9, 600, 600));
        List<SliceFigures> slices =
                Evaluation.of("made", List.of(missed, found)).slices();
        assertEquals(Set.of(), slices.get(0).worse());
    }

    @Test
    void slicesOfPhotos_haveFalseAlarms_slicesOfFacesHaveNone() {
        AnnotatedPhoto photo = Fixtures.photo(
                "photo.jpg",
                false,
                Set.of(Slice.of("tags", "dark")),
                Fixtures.face(200, 200, Slice.of("age", "child")));
        List<SliceFigures> slices = Evaluation.of(
                        "made", List.of(Fixtures.run(photo, Fixtures.detection(0.9, 600, 600))))
                .slices();
        assertEquals(Optional.empty(), slices.get(0).figures().get(Metric.FALSE_ALARMS));
        assertEquals(1, value(slices.get(1).figures(), Metric.FALSE_ALARMS));
    }

    @Test
    void photosWithoutFaces_haveFalseAlarmsAndNoPrecision() {
        Slice noFace = Slice.of("tags", "noface");
        PhotoRun traps =
                Fixtures.run(Fixtures.photo("cat.jpg", false, Set.of(noFace)), Fixtures.detection(0.9, 600, 600));
        Figures figures = Evaluation.of("made", List.of(traps)).slices().get(0).figures();
        assertEquals(Optional.empty(), figures.get(Metric.PRECISION));
        assertEquals(1, value(figures, Metric.FALSE_ALARMS));
    }

    @Test
    void propertyWithAnotherValueForEachFace_makesNoSlices() {
        List<PhotoRun> runs = Stream.iterate(0, i -> i + 1)
                .limit(SliceFigures.MAX_VALUES + 1)
                .map(i -> Fixtures.run(Fixtures.photo(Fixtures.face(200, 200, Slice.of("id", "face" + i)))))
                .toList();
        assertTrue(Evaluation.of("made", runs).slices().isEmpty());
    }
}
