package io.eyegoogler.detect.mtcnn;

import static io.eyegoogler.detect.sampling.PhotoSampler.CHANNELS;
import static io.eyegoogler.detect.tensorflow.ModelSignature.TensorSpec.FREE;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import io.eyegoogler.detect.tensorflow.ModelSignature;
import io.eyegoogler.detect.tensorflow.ModelSignature.TensorSpec;
import io.eyegoogler.detect.tensorflow.SavedModelRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * MTCNN's output network: scores a face in a crop and locates its box, eyes, nose and mouth.
 *
 * <p>Source: Zhang et al., <i>Joint Face Detection and Alignment using Multi-task Cascaded Convolutional Networks</i>,
 * 2016, arXiv 1604.02878. It was trained on transposed images.
 */
public final class ONet implements AutoCloseable {

    static final String NAME = "mtcnn_onet";
    /** Side of the input, px. */
    private static final int SIDE = 48;
    /** Normalizes 0..255: (v - 127.5) / 128. Outside the photo the pixel value is 0. */
    private static final float SCALE = 1 / 128f;

    private static final float BIAS = -127.5f / 128;

    /** Probabilities for each crop: not a face, a face. */
    private static final int SCORES = 2;

    private static final int FACE = 1;
    /** Offsets of the box's left, top, right and bottom from the crop's, in sides of the crop. */
    private static final int BOX_VALUES = 4;
    /** Right eye, left eye, nose tip, right and left corner of the mouth, 0..1 of the crop: x of all, then y of all. */
    private static final int LANDMARKS = 5;

    /** Floats in a column of a crop, in the order of the input. */
    private static final int COLUMN = SIDE * CHANNELS;

    static final ModelSignature SIGNATURE = new ModelSignature(
            TensorSpec.of("image", FREE, (long) SIDE, (long) SIDE, (long) CHANNELS),
            List.of(
                    TensorSpec.of("scores", FREE, (long) SCORES),
                    TensorSpec.of("boxes", FREE, (long) BOX_VALUES),
                    TensorSpec.of("landmarks", FREE, 2L * LANDMARKS)));

    private final SavedModelRunner model;

    private ONet(SavedModelRunner model) {
        this.model = model;
    }

    /** Loads the model from {@code modelDirectory}, or from the jar if that is null. */
    public static ONet load(Path modelDirectory) {
        return new ONet(SavedModelRunner.load(modelDirectory, NAME, SIGNATURE));
    }

    /**
     * Returns the face in each of {@code crops}, however low its score, in px of the photo. Ears, which the network
     * doesn't locate, are put at the sides of the box. All crops are run as one batch.
     */
    public List<Face> detect(PhotoSampler photo, List<SquareCrop> crops) {
        return detect(photo, crops, false);
    }

    /**
     * Detects in the mirror image of each crop; the faces returned are in px of the photo all the same. The network
     * isn't symmetric, so its errors in a crop and in the crop's mirror image partly cancel out in the mean.
     */
    public List<Face> detectMirrored(PhotoSampler photo, List<SquareCrop> crops) {
        return detect(photo, crops, true);
    }

    private List<Face> detect(PhotoSampler photo, List<SquareCrop> crops, boolean mirrored) {
        if (crops.isEmpty()) {
            return List.of();
        }
        List<SquareCrop> transposed = crops.stream().map(SquareCrop::transposed).toList();
        float[] batch = photo.transposed().batch(transposed, SIDE, SCALE, BIAS);
        if (mirrored) {
            mirror(batch);
        }
        List<float[]> outputs = model.run(batch, crops.size(), SIDE, SIDE, CHANNELS);
        return IntStream.range(0, crops.size())
                .mapToObj(i -> decode(outputs, i, mirrored, crops.get(i)))
                .toList();
    }

    /** Reverses the columns of each crop of a batch, [crop][x][y][red, green, blue]. */
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

    private static Face decode(List<float[]> outputs, int i, boolean mirrored, SquareCrop crop) {
        double score = outputs.get(0)[i * SCORES + FACE];
        float[] offsets = outputs.get(1);
        int at = i * BOX_VALUES;
        double left = offsets[at];
        double top = offsets[at + 1];
        double width = 1 + offsets[at + 2] - left;
        double height = 1 + offsets[at + 3] - top;
        Box box = crop.project(new Box(mirrored ? 1 - left - width : left, top, width, height));
        Point[] landmarks = new Point[LANDMARKS];
        for (int k = 0; k < LANDMARKS; k++) {
            int x = i * 2 * LANDMARKS + k;
            double fromLeft = outputs.get(2)[x];
            landmarks[k] = crop.project(new Point(mirrored ? 1 - fromLeft : fromLeft, outputs.get(2)[x + LANDMARKS]));
        }
        Point nose = landmarks[2];
        return new Face(
                Math.min(1, score),
                box,
                new Keypoints(
                        landmarks[mirrored ? 1 : 0],
                        landmarks[mirrored ? 0 : 1],
                        nose,
                        landmarks[3].middle(landmarks[4]),
                        new Point(box.x(), nose.y()),
                        new Point(box.x() + box.width(), nose.y())));
    }

    @Override
    public void close() {
        model.close();
    }
}
