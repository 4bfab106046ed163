package io.eyegoogler.evaluate;

import io.eyegoogler.DetectionMode;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeGooglerConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A detector that can be evaluated: a name for it, and the settings that bring it. This is the one place to add a way
 * of detection.
 */
record Detector(String name, EyeGooglerConfig settings) {

    /** What is evaluated when nothing is said comes first. */
    static final List<Detector> ALL = Stream.of(DetectionMode.BALANCED, DetectionMode.FAST, DetectionMode.THOROUGH)
            .map(Detector::of)
            .toList();

    private static Detector of(DetectionMode mode) {
        return new Detector(mode.id(), EyeGooglerConfig.DEFAULT.withDetection(mode));
    }

    static Optional<Detector> named(String name) {
        return ALL.stream().filter(detector -> detector.name.equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Detector::name).toList();
    }

    EyeGoogler load() {
        return EyeGoogler.load(settings);
    }
}
