package io.eyegoogler.detect.mtcnn;

import static io.eyegoogler.detect.ModelSignature.TensorSpec.FREE;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Model;
import io.eyegoogler.detect.ModelSignature;
import io.eyegoogler.detect.ModelSignature.TensorSpec;
import io.eyegoogler.detect.PhotoSampler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first network: slides over the whole photo and proposes, at one size of it, where faces may be. */
final class PNet implements AutoCloseable {

    /** Side of the square that decides about one place, px. */
    static final int FIELD = 12;
    /** From one place to the next, px. */
    private static final int STRIDE = 2;
    private static final double MIN_SCORE = 0.6;
    private static final double MAX_OVERLAP = 0.5;

    private static final ModelSignature SIGNATURE = new ModelSignature(
            TensorSpec.of("image", FREE, FREE, FREE, (long) Crops.CHANNELS),
            List.of(
                    TensorSpec.of("scores", FREE, FREE, FREE, (long) Crops.SCORES),
                    TensorSpec.of("boxes", FREE, FREE, FREE, (long) Proposal.BOX_VALUES)));

    private final Model model;

    private PNet(Model model) {
        this.model = model;
    }

    static PNet load(Path modelDirectory) {
        return new PNet(Model.load(modelDirectory, "mtcnn_pnet", SIGNATURE));
    }

    /** Proposals at one size of the photo, best first. */
    List<Proposal> propose(PhotoSampler photo, Pyramid.Size size) {
        float[] picture = Crops.whole(photo, size.width(), size.height());
        List<float[]> outputs = model.run(picture, 1, size.width(), size.height(), Crops.CHANNELS);
        return Suppression.suppress(proposals(photo, size, outputs.get(0), outputs.get(1)), MAX_OVERLAP);
    }

    /** Outputs are [x][y][value]: the network sees pictures transposed. */
    private static List<Proposal> proposals(PhotoSampler photo, Pyramid.Size size, float[] scores, float[] boxes) {
        double scaleX = (double) photo.width() / size.width();
        double scaleY = (double) photo.height() / size.height();
        int down = places(size.height());
        List<Proposal> proposals = new ArrayList<>();
        for (int place = 0; place < scores.length / Crops.SCORES; place++) {
            double score = scores[place * Crops.SCORES + Crops.FACE];
            if (score >= MIN_SCORE) {
                int x = place / down * STRIDE;
                int y = place % down * STRIDE;
                Box seen = new Box(x * scaleX, y * scaleY, FIELD * scaleX, FIELD * scaleY);
                proposals.add(Proposal.of(score, seen, boxes, place * Proposal.BOX_VALUES));
            }
        }
        return proposals;
    }

    /** Places along a side of {@code length} px: what the network's three 3 × 3 convolutions and its pooling leave. */
    private static int places(int length) {
        return (length - 1) / STRIDE - 4;
    }

    @Override
    public void close() {
        model.close();
    }
}
