package io.eyegoogler.detect.fused;

import io.eyegoogler.Cancellation;
import io.eyegoogler.DetectionMode;
import io.eyegoogler.Face;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.NearbyFaceFinder;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The face detectors of all detection modes, which share one set of loaded networks. */
public final class DetectorsByMode implements AutoCloseable {

    private final LoadedNetworks networks;
    private final Map<DetectionMode, FaceDetector> detectors;

    private DetectorsByMode(LoadedNetworks networks) {
        this.networks = networks;
        this.detectors = Map.of(
                DetectionMode.FAST, this::detectFast,
                DetectionMode.BALANCED, new FusedDetector(networks, SearchScales.BALANCED),
                DetectionMode.THOROUGH, new FusedDetector(networks, SearchScales.THOROUGH));
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
        return detectors.get(mode);
    }

    /** Returns a finder of faces near where they are expected. */
    public NearbyFaceFinder nearby() {
        return new NearbyFusedFinder(networks);
    }

    /** Detects large faces only, by a single run of BlazeFace's short-range model on the letterboxed photo. */
    private List<Face> detectFast(BufferedImage photo, Cancellation cancellation) {
        cancellation.check();
        SquareCrop whole = SquareCrop.letterbox(photo.getWidth(), photo.getHeight());
        return networks.shortRange()
                .detect(PhotoSampler.of(photo), List.of(whole))
                .get(0);
    }

    /** Releases the networks. */
    @Override
    public void close() {
        networks.close();
    }
}
