package io.eyegoogler.detect.rfb;

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
 * UltraFace RFB-320: one small network that sees faces of 10 to 256 px in a picture of any size.
 *
 * <p>Frame → model → boxes → suppression → px of the photo. Source: Linzaer,
 * <a href="https://github.com/Linzaer/Ultra-Light-Fast-Generic-Face-Detector-1MB">Ultra-Light-Fast-Generic-Face-Detector-1MB</a>.
 */
public final class RfbNetwork implements AutoCloseable {

    static final String NAME = "ultraface_rfb_320";
    /** What overlaps a better detection more is of the same face, intersection over union; the author's own number. */
    private static final double MAX_OVERLAP = 0.3;

    static final ModelSignature SIGNATURE = new ModelSignature(
            TensorSpec.of("image", FREE, FREE, FREE, (long) NetworkInputFrame.CHANNELS),
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
     * The faces in {@code frame}, best first, px of the photo.
     *
     * @param minScore detections below are dropped, 0..1
     */
    public List<RfbDetection> detect(PhotoSampler photo, NetworkInputFrame frame, double minScore) {
        List<float[]> outputs =
                model.run(frame.pixels(photo), 1, frame.height(), frame.width(), NetworkInputFrame.CHANNELS);
        List<Box> priors = PriorBoxes.of(frame.width(), frame.height());
        List<RfbDetection> detections = BoxDecoder.decode(priors, outputs.get(0), outputs.get(1), minScore);
        return suppress(detections).stream().map(frame::project).toList();
    }

    /** One detection for each face, best first. */
    public static List<RfbDetection> suppress(List<RfbDetection> detections) {
        return GreedyNms.suppress(
                detections, RfbDetection::score, RfbDetection::box, Box::intersectionOverUnion, MAX_OVERLAP);
    }

    @Override
    public void close() {
        model.close();
    }
}
