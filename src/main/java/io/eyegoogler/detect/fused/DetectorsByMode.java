package io.eyegoogler.detect.fused;

import io.eyegoogler.DetectionMode;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.blazeface.BlazeFaceDetector;
import java.nio.file.Path;

/** A detector for each mode, all of them with the same loaded models. */
public final class DetectorsByMode implements AutoCloseable {

    private final LoadedNetworks networks;
    private final FaceDetector fast;
    private final FaceDetector balanced;
    private final FaceDetector thorough;

    private DetectorsByMode(LoadedNetworks networks) {
        this.networks = networks;
        fast = new BlazeFaceDetector(networks.shortRange());
        balanced = new FusedDetector(networks, SearchEffort.BALANCED);
        thorough = new FusedDetector(networks, SearchEffort.THOROUGH);
    }

    /**
     * Loads the models from {@code modelDirectory}, or from the jar if that is null.
     *
     * @throws IllegalArgumentException if a model isn't there, or isn't the one that is needed
     */
    public static DetectorsByMode load(Path modelDirectory) {
        return new DetectorsByMode(LoadedNetworks.load(modelDirectory));
    }

    /** The detector that does as much work as {@code mode} says. */
    public FaceDetector of(DetectionMode mode) {
        return switch (mode) {
            case FAST -> fast;
            case BALANCED -> balanced;
            case THOROUGH -> thorough;
        };
    }

    /** Frees the models. */
    @Override
    public void close() {
        networks.close();
    }
}
