package io.eyegoogler.detect.mtcnn;

import static io.eyegoogler.detect.ModelSignature.TensorSpec.FREE;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Model;
import io.eyegoogler.detect.ModelSignature;
import io.eyegoogler.detect.ModelSignature.TensorSpec;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.Point;
import io.eyegoogler.detect.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The third network: says how sure it is of each face, and finds its eyes, nose and mouth. */
final class ONet implements AutoCloseable {

    /** Side of its input, px. */
    private static final int SIDE = 48;
    /** Right eye, left eye, nose, right and left corner of the mouth. */
    private static final int POINTS = 5;
    private static final Box WHOLE_VIEW = new Box(0, 0, 1, 1);

    private static final ModelSignature SIGNATURE = new ModelSignature(
            TensorSpec.of("image", FREE, (long) SIDE, (long) SIDE, (long) Crops.CHANNELS),
            List.of(
                    TensorSpec.of("scores", FREE, (long) Crops.SCORES),
                    TensorSpec.of("boxes", FREE, (long) Proposal.BOX_VALUES),
                    TensorSpec.of("landmarks", FREE, 2L * POINTS)));

    private final Model model;

    private ONet(Model model) {
        this.model = model;
    }

    static ONet load(Path modelDirectory) {
        return new ONet(Model.load(modelDirectory, "mtcnn_onet", SIGNATURE));
    }

    /** What the network makes of each of {@code views}, all in one run; however unsure. */
    List<Sighting> look(PhotoSampler photo, List<View> views) {
        List<float[]> outputs = model.run(Crops.of(photo, views, SIDE), views.size(), SIDE, SIDE, Crops.CHANNELS);
        List<Sighting> sightings = new ArrayList<>(views.size());
        for (int i = 0; i < views.size(); i++) {
            double score = outputs.get(0)[i * Crops.SCORES + Crops.FACE];
            Proposal face = Proposal.of(score, WHOLE_VIEW, outputs.get(1), i * Proposal.BOX_VALUES);
            sightings.add(sighting(views.get(i), face, outputs.get(2), i * 2 * POINTS));
        }
        return sightings;
    }

    /** From 0..1 of the view to px of the photo. */
    private static Sighting sighting(View view, Proposal face, float[] landmarks, int at) {
        Point[] points = new Point[POINTS];
        for (int k = 0; k < POINTS; k++) {
            points[k] = view.project(new Point(landmarks[at + k], landmarks[at + POINTS + k]));
        }
        return new Sighting(
                face.score(), view.project(face.refined()), points[0], points[1], points[2], points[3], points[4]);
    }

    @Override
    public void close() {
        model.close();
    }
}
