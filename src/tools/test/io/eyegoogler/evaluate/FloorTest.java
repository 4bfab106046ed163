package io.eyegoogler.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloorTest {

    /** Three of four faces found, all eyes right, one false alarm. */
    private static final Evaluation EVALUATION = Evaluation.of(
            "made",
            List.of(
                    Fixtures.run(
                            Fixtures.photo("b/1.jpg", false, Set.of(Slice.of("folder", "b")), Fixtures.face(200, 200)),
                            Fixtures.detection(0.9, 200, 200),
                            Fixtures.detection(0.8, 700, 700)),
                    Fixtures.run(
                            Fixtures.photo(Fixtures.face(200, 200), Fixtures.face(400, 400), Fixtures.face(600, 600)),
                            Fixtures.detection(0.9, 200, 200),
                            Fixtures.detection(0.9, 400, 400))));

    private static Optional<String> missed(String floor) {
        return Floor.parse(floor).missedBy(EVALUATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"found=0.75", "false-alarms=1", "folder=b:found=1", "precision=0.7", "folder=b:f1=0.6"})
    void floorReached_saysNothing(String floor) {
        assertEquals(Optional.empty(), missed(floor));
    }

    @Test
    void floorMissed_saysFigureValueAndFloor() {
        assertEquals(Optional.of("made: found is 75.0 %, below 80.0 %"), missed("found=0.8"));
        assertEquals(Optional.of("made: folder=b:false-alarms is 1, above 0"), missed("folder=b:false-alarms=0"));
        assertEquals(
                Optional.of("made: folder=b:false-alarms-per-photo is 1.000, above 0.100"),
                missed("folder=b:false-alarms-per-photo=0.1"));
    }

    @Test
    void floorUnderNothing_isMissed() {
        assertEquals(
                Optional.of("made: no photo or face has the figure folder=c:found=0.5"), missed("folder=c:found=0.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"found", "found=much", "sharpness=1", "folder:found=1", "=x:found=1", ""})
    void otherForms_areRefused(String floor) {
        assertThrows(IllegalArgumentException.class, () -> Floor.parse(floor));
    }
}
