package io.eyegoogler.detect.mtcnn;

import static io.eyegoogler.detect.ModelSignature.TensorSpec.FREE;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Model;
import io.eyegoogler.detect.ModelSignature;
import io.eyegoogler.detect.ModelSignature.TensorSpec;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The second network: drops most proposals and refines the others. */
final class RNet implements AutoCloseable {

    /** Side of its input, px. */
    private static final int SIDE = 24;
    private static final double MIN_SCORE = 0.7;
    private static final double MAX_OVERLAP = 0.7;

    private static final ModelSignature SIGNATURE = new ModelSignature(
            TensorSpec.of("image", FREE, (long) SIDE, (long) SIDE, (long) Crops.CHANNELS),
            List.of(
                    TensorSpec.of("scores", FREE, (long) Crops.SCORES),
                    TensorSpec.of("boxes", FREE, (long) Proposal.BOX_VALUES)));

    private final Model model;

    private RNet(Model model) {
        this.model = model;
    }

    static RNet load(Path modelDirectory) {
        return new RNet(Model.load(modelDirectory, "mtcnn_rnet", SIGNATURE));
    }

    /** What is left of {@code squares}, px of the photo, all looked at in one run; not suppressed yet. */
    List<Proposal> refine(PhotoSampler photo, List<Box> squares) {
        List<View> views = squares.stream().map(View::of).toList();
        List<float[]> outputs = model.run(Crops.of(photo, views, SIDE), squares.size(), SIDE, SIDE, Crops.CHANNELS);
        List<Proposal> refined = new ArrayList<>();
        for (int i = 0; i < squares.size(); i++) {
            double score = outputs.get(0)[i * Crops.SCORES + Crops.FACE];
            if (score > MIN_SCORE) {
                refined.add(Proposal.of(score, squares.get(i), outputs.get(1), i * Proposal.BOX_VALUES));
            }
        }
        return refined;
    }

    /** Those of {@code refined} to go on with, best first. */
    static List<Proposal> suppress(List<Proposal> refined) {
        return Suppression.suppress(refined, MAX_OVERLAP);
    }

    @Override
    public void close() {
        model.close();
    }
}
