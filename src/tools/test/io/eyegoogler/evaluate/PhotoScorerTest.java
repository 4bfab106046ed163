package io.eyegoogler.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhotoScorerTest {

    private static PhotoScore score(AnnotatedPhoto photo, Face... detections) {
        return PhotoScorer.score(photo, Arrays.asList(detections));
    }

    @Test
    void detection_onTheEyes_isFoundAndRightWithoutError() {
        FaceScore face = score(Fixtures.photo(Fixtures.face(300, 300)), Fixtures.detection(0.9, 300, 300))
                .faces()
                .get(0);
        assertTrue(face.isFound() && face.isRight());
        assertEquals(0, face.eyeError().getAsDouble());
    }

    @Test
    void detection_aQuarterOfTheEyeDistanceOff_isStillRight_aBitMoreIsNot() {
        AnnotatedPhoto photo = Fixtures.photo(Fixtures.face(300, 300));
        FaceScore limit =
                score(photo, Fixtures.detection(0.9, 310, 300)).faces().get(0);
        assertEquals(0.25, limit.eyeError().getAsDouble(), 1e-12);
        assertTrue(limit.isRight());
        FaceScore beyond =
                score(photo, Fixtures.detection(0.9, 310.1, 300)).faces().get(0);
        assertTrue(beyond.isFound() && beyond.isWrong());
    }

    @Test
    void eyeError_isTheMeanOfBothEyes() {
        Face oneEyeOff = Fixtures.detection(0.9, 300, 300, new Point(280, 300), new Point(320, 316));
        FaceScore face = score(Fixtures.photo(Fixtures.face(300, 300)), oneEyeOff)
                .faces()
                .get(0);
        assertEquals(0.2, face.eyeError().getAsDouble(), 1e-12);
    }

    @Test
    void eyesOfAFaceOnItsSide_arePairedByPlaceAndNotByX() {
        AnnotatedFace face = new AnnotatedFace(
                new Box(250, 250, 100, 100), List.of(new Point(300, 280), new Point(300.5, 320)), false, Set.of());
        Face found = Fixtures.detection(0.9, 300, 300, new Point(300, 320), new Point(300.5, 280));
        FaceScore score = score(Fixtures.photo(face), found).faces().get(0);
        assertTrue(score.eyeError().getAsDouble() < 0.02);
    }

    @Test
    void detection_besideTheFace_isAMissAndAFalseAlarm() {
        PhotoScore score = score(Fixtures.photo(Fixtures.face(300, 300)), Fixtures.detection(0.9, 500, 300));
        assertFalse(score.faces().get(0).isFound());
        assertEquals(1, score.falseAlarms().size());
    }

    @Test
    void detection_thatSwallowsTheFace_isNotOnIt() {
        Face huge = new Face(
                0.9, new Box(0, 0, 900, 900), Fixtures.detection(0.9, 300, 300).keypoints());
        PhotoScore score = score(Fixtures.photo(Fixtures.face(300, 300)), huge);
        assertFalse(score.faces().get(0).isFound());
        assertEquals(List.of(huge), score.falseAlarms());
    }

    @Test
    void secondDetection_onAFaceThatHasOne_isAFalseAlarm_theOneNearerToTheEyesCounts() {
        Face sure = Fixtures.detection(0.9, 312, 300);
        Face near = Fixtures.detection(0.6, 301, 300);
        PhotoScore score = score(Fixtures.photo(Fixtures.face(300, 300)), sure, near);
        assertEquals(Optional.of(near), score.faces().get(0).detection());
        assertEquals(List.of(sure), score.falseAlarms());
    }

    @Test
    void oneDetection_betweenTwoFaces_findsOnlyTheNearer() {
        PhotoScore score = score(
                Fixtures.photo(Fixtures.face(300, 300), Fixtures.face(360, 300)), Fixtures.detection(0.9, 335, 300));
        assertEquals(
                List.of(false, true),
                score.faces().stream().map(FaceScore::isFound).toList());
        assertEquals(List.of(), score.falseAlarms());
    }

    @Test
    void twoDetections_equallyNear_goByScoreWhateverTheirOrder() {
        Face sure = Fixtures.detection(0.9, 304, 300);
        Face doubtful = Fixtures.detection(0.6, 296, 300);
        AnnotatedPhoto photo = Fixtures.photo(Fixtures.face(300, 300));
        assertEquals(
                Optional.of(sure), score(photo, sure, doubtful).faces().get(0).detection());
        assertEquals(
                Optional.of(sure), score(photo, doubtful, sure).faces().get(0).detection());
    }

    @Test
    void oneDetection_equallyNearToTwoFaces_goesToTheFirst() {
        PhotoScore score = score(
                Fixtures.photo(Fixtures.face(280, 300), Fixtures.face(320, 300)), Fixtures.detection(0.9, 300, 300));
        assertEquals(
                List.of(true, false),
                score.faces().stream().map(FaceScore::isFound).toList());
    }

    @Test
    void ignoredFace_isNeitherMissNorFalseAlarm() {
        AnnotatedPhoto photo = Fixtures.photo(Fixtures.ignored(300, 300));
        assertEquals(List.of(), score(photo).faces());
        PhotoScore found = score(photo, Fixtures.detection(0.9, 300, 300), Fixtures.detection(0.8, 310, 300));
        assertEquals(List.of(), found.falseAlarms());
        assertEquals(2, found.uncounted().size());
    }

    @Test
    void faceInsideAnIgnoredCrowd_stillCounts() {
        AnnotatedFace crowd = new AnnotatedFace(new Box(0, 0, 1_000, 1_000), List.of(), true, Set.of());
        PhotoScore score = score(Fixtures.photo(crowd, Fixtures.face(300, 300)), Fixtures.detection(0.9, 300, 300));
        assertTrue(score.faces().get(0).isRight());
        assertEquals(List.of(), score.uncounted());
    }

    @Test
    void photoMarkedInPart_hasMissesButNoFalseAlarms() {
        AnnotatedPhoto photo = Fixtures.photo("crowd.jpg", true, Set.of(), Fixtures.face(300, 300));
        PhotoScore score = score(photo, Fixtures.detection(0.9, 700, 700));
        assertFalse(score.faces().get(0).isFound());
        assertEquals(List.of(), score.falseAlarms());
        assertEquals(1, score.uncounted().size());
    }

    @Test
    void faceWithOneEyeOrNone_isFoundButHasNoEyeError() {
        AnnotatedPhoto photo = Fixtures.photo(Fixtures.withOneEye(300, 300), Fixtures.withoutEyes(600, 300));
        PhotoScore score = score(photo, Fixtures.detection(0.9, 300, 300), Fixtures.detection(0.8, 600, 300));
        for (FaceScore face : score.faces()) {
            assertTrue(face.isFound());
            assertFalse(face.isRight() || face.isWrong());
        }
        assertEquals(List.of(), score.falseAlarms());
    }
}
