package io.eyegoogler.evaluate.moving;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.detect.fused.DetectorsByMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Floors under what {@code make evaluate-moving} measures, on the scenes with the project's own portrait. */
@Tag("verify")
class TrackingTest {

    private static DetectorsByMode detectors;

    @BeforeAll
    static void load() {
        detectors = DetectorsByMode.load(null);
    }

    @AfterAll
    static void close() {
        detectors.close();
    }

    static Stream<Scene> scenes() throws IOException {
        Person portrait = Main.portrait();
        List<Scene> scenes = new ArrayList<>(Main.scenes().of(portrait, 1));
        scenes.addAll(Main.scenes().of(portrait, portrait.disguised(), 1));
        return scenes.stream();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void face_isFollowed(Scene scene) throws IOException {
        SceneScore score = Main.run(scene, detectors, false);
        List<Double> errors = score.errors().stream().sorted().toList();

        assertAll(
                scene.name(),
                // A newcomer that is seen one frame late is missing in one frame of 54.
                () -> assertTrue(score.found() >= 0.98, "found " + score.found()),
                () -> assertTrue(errors.get(errors.size() / 2) <= 0.06, "eye error " + errors.get(errors.size() / 2)),
                () -> assertEquals(0, score.swaps(), "swaps"),
                () -> assertEquals(0, score.flickers(), "flickers"),
                () -> assertEquals(0, score.onNothing(), "eyes on nothing"),
                () -> assertTrue(score.appearLatency() <= 1, "late by " + score.appearLatency()),
                () -> assertTrue(score.vanishLatency() <= 2, "lingering for " + score.vanishLatency()));
        if (scene.kind().equals("still")) {
            assertTrue(score.movement() <= 0.5, "moves by " + score.movement() + " px");
        }
    }

    @Test
    void sceneryWithoutFaces_getsNoEyes() throws IOException {
        for (Scene scene : Main.scenes().empty()) {
            assertEquals(0, Main.run(scene, detectors, false).onNothing(), scene.name());
        }
    }
}
