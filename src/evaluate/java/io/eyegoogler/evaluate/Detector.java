package io.eyegoogler.evaluate;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.Settings;
import java.util.List;
import java.util.Optional;

/**
 * A detector that can be evaluated: a name for it, and the settings that bring it. This is the one place to add a way
 * of detection.
 */
record Detector(String name, Settings settings) {

    /** What is evaluated when nothing is said comes first. */
    static final List<Detector> ALL = List.of(new Detector("default", Settings.DEFAULT));

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
