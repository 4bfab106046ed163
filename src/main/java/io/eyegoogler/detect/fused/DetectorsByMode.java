package io.eyegoogler.detect.fused;

import io.eyegoogler.DetectionMode;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.blazeface.BlazeFaceDetector;
import java.nio.file.Path;

/** The face detectors of all detection modes, which share one set of loaded networks. */
public final class DetectorsByMode implements AutoCloseable {

    private final LoadedNetworks networks;
    private final FaceDetector fast;
    private final FaceDetector balanced;
    private final FaceDetector thorough;

    private DetectorsByMode(LoadedNetworks networks) {
        this.networks = networks;
        fast = new BlazeFaceDetector(networks.shortRange());
        balanced = new FusedDetector(networks, SearchScales.BALANCED);
        thorough = new FusedDetector(networks, SearchScales.THOROUGH);
    }

    /**
     * Loads the models from {@code modelDirectory}, or from the jar if that is null.
     *
     * @throws IllegalArgumentException if a model is missing or has an unexpected signature
     */
    public static DetectorsByMode load(Path modelDirectory) {
        return new DetectorsByMode(LoadedNetworks.load(modelDirectory));
    }

    /** Returns the detector for {@code mode}. */
    public FaceDetector of(DetectionMode mode) {
        return switch (mode) {
            case FAST -> fast;
            case BALANCED -> balanced;
            case THOROUGH -> thorough;
        };
    }

    /** Releases the networks. */
    @Override
    public void close() {
        networks.close();
    }
}
