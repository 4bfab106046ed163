package io.eyegoogler.detect.rfb;

import static io.eyegoogler.detect.sampling.PhotoSampler.CHANNELS;
import static io.eyegoogler.detect.tensorflow.ModelSignature.TensorSpec.FREE;

import io.eyegoogler.Box;
import io.eyegoogler.detect.GreedyNms;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.tensorflow.ModelSignature;
import io.eyegoogler.detect.tensorflow.ModelSignature.TensorSpec;
import io.eyegoogler.detect.tensorflow.SavedModelRunner;
import java.nio.file.Path;
import java.util.List;

/**
 * UltraFace RFB-320, a small proposal network that detects faces of 10 to 256 px in an input of any size.
 *
 * <p>{@link RfbInputRegion} → model → {@link BoxDecoder} → {@link GreedyNms} → px of the photo. Source: Linzaer,
 * <a href="https://github.com/Linzaer/Ultra-Light-Fast-Generic-Face-Detector-1MB">
 * Ultra-Light-Fast-Generic-Face-Detector-1MB</a>.
 */
public final class RfbNetwork implements AutoCloseable {

    static final String NAME = "ultraface_rfb_320";
    /** Intersection over union above which two detections are of the same face; the author's own value. */
    private static final double MAX_OVERLAP = 0.3;

    static final ModelSignature SIGNATURE = new ModelSignature(
            TensorSpec.of("image", FREE, FREE, FREE, (long) CHANNELS),
            List.of(
                    TensorSpec.of("logits", FREE, FREE, (long) BoxDecoder.LOGITS),
                    TensorSpec.of("regressors", FREE, FREE, (long) BoxDecoder.REGRESSORS)));

    private final SavedModelRunner model;

    private RfbNetwork(SavedModelRunner model) {
        this.model = model;
    }

    /** Loads the model from {@code modelDirectory}, or from the jar if that is null. */
    public static RfbNetwork load(Path modelDirectory) {
        return new RfbNetwork(SavedModelRunner.load(modelDirectory, NAME, SIGNATURE));
    }

    /**
     * Returns the faces in {@code region}, best score first, in px of the photo.
     *
     * @param minScore minimum score of a detection, 0..1
     */
    public List<RfbDetection> detect(PhotoSampler photo, RfbInputRegion region, double minScore) {
        List<float[]> outputs = model.run(region.pixels(photo), 1, region.height(), region.width(), CHANNELS);
        List<Box> priors = new PriorBoxes(region.width(), region.height());
        List<RfbDetection> detections = BoxDecoder.decode(priors, outputs.get(0), outputs.get(1), minScore);
        return suppress(detections).stream().map(region::project).toList();
    }

    /** Returns one detection for each face, best score first. */
    public static List<RfbDetection> suppress(List<RfbDetection> detections) {
        return GreedyNms.suppress(detections, RfbDetection::score, RfbDetection::box, MAX_OVERLAP);
    }

    @Override
    public void close() {
        model.close();
    }
}
