package io.eyegoogler.detect.mtcnn;

import static io.eyegoogler.detect.tensorflow.ModelSignature.TensorSpec.FREE;

import io.eyegoogler.Box;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import io.eyegoogler.detect.tensorflow.ModelSignature;
import io.eyegoogler.detect.tensorflow.ModelSignature.TensorSpec;
import io.eyegoogler.detect.tensorflow.SavedModelRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * MTCNN's third network: says how sure it is of a face, and finds its eyes, nose and mouth.
 *
 * <p>Source: Zhang et al., <i>Joint Face Detection and Alignment using Multi-task Cascaded Convolutional Networks</i>,
 * 2016, arXiv 1604.02878. It was trained on pictures with x and y exchanged.
 */
public final class ONet implements AutoCloseable {

    /** Side of its input, px. */
    private static final int SIDE = 48;

    private static final int CHANNELS = 3;
    /** From 0..255: (v - 127.5) / 128. What lies outside the photo has pixel value 0. */
    private static final float SCALE = 1 / 128f;

    private static final float BIAS = -127.5f / 128;

    /** Values for each picture: that it is no face, that it is one; 0..1. */
    private static final int SCORES = 2;

    private static final int FACE = 1;
    /** Offsets of left, top, right and bottom from those of the picture, in sides of it. */
    private static final int BOX_VALUES = 4;
    /** Right eye, left eye, nose, right and left corner of the mouth. */
    private static final int POINTS = 5;

    private static final ModelSignature SIGNATURE = new ModelSignature(
            TensorSpec.of("image", FREE, (long) SIDE, (long) SIDE, (long) CHANNELS),
            List.of(
                    TensorSpec.of("scores", FREE, (long) SCORES),
                    TensorSpec.of("boxes", FREE, (long) BOX_VALUES),
                    TensorSpec.of("landmarks", FREE, 2L * POINTS)));

    private final SavedModelRunner model;

    private ONet(SavedModelRunner model) {
        this.model = model;
    }

    /** Loads the model from {@code modelDirectory}, or from the jar if that is null. */
    public static ONet load(Path modelDirectory) {
        return new ONet(SavedModelRunner.load(modelDirectory, "mtcnn_onet", SIGNATURE));
    }

    /** What the network makes of each of {@code views}, all in one run; however unsure. */
    public List<MtcnnDetection> look(PhotoSampler photo, List<SquareCrop> views) {
        if (views.isEmpty()) {
            return List.of();
        }
        List<float[]> outputs = model.run(pictures(photo, views), views.size(), SIDE, SIDE, CHANNELS);
        List<MtcnnDetection> sightings = new ArrayList<>(views.size());
        for (int i = 0; i < views.size(); i++) {
            double score = outputs.get(0)[i * SCORES + FACE];
            Box box = box(outputs.get(1), i * BOX_VALUES);
            sightings.add(sighting(views.get(i), score, box, outputs.get(2), i * 2 * POINTS));
        }
        return sightings;
    }

    /** [view][x][y][red, green, blue], each -1..1. */
    private static float[] pictures(PhotoSampler photo, List<SquareCrop> views) {
        PhotoSampler transposed = photo.transposed();
        int length = SIDE * SIDE * CHANNELS;
        float[] pictures = new float[Math.multiplyExact(views.size(), length)];
        for (int i = 0; i < views.size(); i++) {
            transposed.sample(views.get(i).transposed(), SIDE, SCALE, BIAS, pictures, i * length);
        }
        return pictures;
    }

    /** 0..1 of the view. */
    private static Box box(float[] offsets, int at) {
        double left = offsets[at];
        double top = offsets[at + 1];
        return new Box(left, top, 1 + offsets[at + 2] - left, 1 + offsets[at + 3] - top);
    }

    /** From 0..1 of the view to px of the photo. */
    private static MtcnnDetection sighting(SquareCrop view, double score, Box box, float[] landmarks, int at) {
        Point[] points = new Point[POINTS];
        for (int k = 0; k < POINTS; k++) {
            points[k] = view.project(new Point(landmarks[at + k], landmarks[at + POINTS + k]));
        }
        return new MtcnnDetection(score, view.project(box), points[0], points[1], points[2], points[3], points[4]);
    }

    @Override
    public void close() {
        model.close();
    }
}
