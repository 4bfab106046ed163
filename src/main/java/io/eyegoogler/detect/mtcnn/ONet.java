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

    /** Floats of one column of a crop, in the order of the input. */
    private static final int COLUMN = SIDE * CHANNELS;

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

    /** Detects the face in each of {@code crops}, with however low a score; all crops in one run. */
    public List<MtcnnDetection> detect(PhotoSampler photo, List<SquareCrop> crops) {
        return detect(photo, crops, false);
    }

    /**
     * Detects likewise in the mirror image of each crop. The network isn't symmetric, so its errors in a crop and in the
     * crop's mirror image are partly opposite: the mean of both is closer to the truth than that of two like looks.
     */
    public List<MtcnnDetection> detectMirrored(PhotoSampler photo, List<SquareCrop> crops) {
        return detect(photo, crops, true);
    }

    private List<MtcnnDetection> detect(PhotoSampler photo, List<SquareCrop> crops, boolean mirrored) {
        if (crops.isEmpty()) {
            return List.of();
        }
        float[] batch = batch(photo, crops);
        if (mirrored) {
            mirror(batch);
        }
        List<float[]> outputs = model.run(batch, crops.size(), SIDE, SIDE, CHANNELS);
        List<MtcnnDetection> detections = new ArrayList<>(crops.size());
        for (int i = 0; i < crops.size(); i++) {
            MtcnnDetection seen = detection(outputs, i);
            detections.add((mirrored ? seen.mirrored() : seen).project(crops.get(i)));
        }
        return detections;
    }

    /** [crop][x][y][red, green, blue], each -1..1. */
    private static float[] batch(PhotoSampler photo, List<SquareCrop> crops) {
        PhotoSampler transposed = photo.transposed();
        int length = COLUMN * SIDE;
        float[] batch = new float[Math.multiplyExact(crops.size(), length)];
        for (int i = 0; i < crops.size(); i++) {
            transposed.sample(crops.get(i).transposed(), SIDE, SCALE, BIAS, batch, i * length);
        }
        return batch;
    }

    /** Reverses the columns of each crop. */
    private static void mirror(float[] batch) {
        float[] column = new float[COLUMN];
        for (int first = 0; first < batch.length; first += COLUMN * SIDE) {
            for (int x = 0; x < SIDE / 2; x++) {
                int left = first + x * COLUMN;
                int right = first + (SIDE - 1 - x) * COLUMN;
                System.arraycopy(batch, left, column, 0, COLUMN);
                System.arraycopy(batch, right, batch, left, COLUMN);
                System.arraycopy(column, 0, batch, right, COLUMN);
            }
        }
    }

    /** The detection in crop {@code i}, 0..1 of the crop. */
    private static MtcnnDetection detection(List<float[]> outputs, int i) {
        double score = outputs.get(0)[i * SCORES + FACE];
        float[] offsets = outputs.get(1);
        int at = i * BOX_VALUES;
        double left = offsets[at];
        double top = offsets[at + 1];
        Box box = new Box(left, top, 1 + offsets[at + 2] - left, 1 + offsets[at + 3] - top);
        Point[] points = new Point[POINTS];
        for (int k = 0; k < POINTS; k++) {
            int x = i * 2 * POINTS + k;
            points[k] = new Point(outputs.get(2)[x], outputs.get(2)[x + POINTS]);
        }
        return new MtcnnDetection(score, box, points[0], points[1], points[2], points[3], points[4]);
    }

    @Override
    public void close() {
        model.close();
    }
}
