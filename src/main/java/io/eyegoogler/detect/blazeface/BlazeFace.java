package io.eyegoogler.detect.blazeface;

import static io.eyegoogler.detect.sampling.PhotoSampler.CHANNELS;

import io.eyegoogler.Face;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import io.eyegoogler.detect.tensorflow.SavedModelRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A BlazeFace model with its preprocessing and postprocessing. Runs on any number of crops of a photo as one batch.
 *
 * <p>Crops → tensor → model → {@link TensorsToDetections} → {@link WeightedNms} → px of the photo. Source of the
 * tensor's format: MediaPipe, {@code mediapipe/calculators/tensor/image_to_tensor_calculator.cc}; where that subsamples
 * a photo that it shrinks, this averages areas.
 */
public final class BlazeFace implements AutoCloseable {

    /** Normalizes 0..255 to -1..1; outside the photo the pixel value is 0, so -1. */
    private static final float SCALE = 1 / 127.5f;

    private static final float BIAS = -1;

    private final BlazeFaceSpec spec;
    private final SavedModelRunner model;
    private final TensorsToDetections tensorsToDetections;

    private BlazeFace(BlazeFaceSpec spec, SavedModelRunner model, List<Point> anchors) {
        this.spec = spec;
        this.model = model;
        this.tensorsToDetections = new TensorsToDetections(anchors, spec.inputSize());
    }

    /** Loads the model from {@code modelDirectory}, or from the jar if that is null. */
    public static BlazeFace load(BlazeFaceSpec spec, Path modelDirectory) {
        List<Point> anchors = SsdAnchors.of(spec);
        SavedModelRunner model = SavedModelRunner.load(modelDirectory, spec.name(), spec.signature(anchors.size()));
        return new BlazeFace(spec, model, anchors);
    }

    /** Detects with MediaPipe's minimum score; see {@link #detect(PhotoSampler, List, double)}. */
    public List<List<Face>> detect(PhotoSampler photo, List<SquareCrop> crops) {
        return detect(photo, crops, spec.minScore());
    }

    /**
     * Returns the faces in each of {@code crops}, best score first, in px of the photo.
     *
     * @param minScore minimum score of a detection, 0..1
     */
    public List<List<Face>> detect(PhotoSampler photo, List<SquareCrop> crops, double minScore) {
        if (crops.isEmpty()) {
            return List.of();
        }
        float[] batch = photo.batch(crops, spec.inputSize(), SCALE, BIAS);
        List<float[]> outputs = model.run(batch, crops.size(), spec.inputSize(), spec.inputSize(), CHANNELS);
        return IntStream.range(0, crops.size())
                .mapToObj(i -> {
                    List<Face> faces = tensorsToDetections.decode(outputs.get(0), outputs.get(1), i, minScore);
                    return WeightedNms.suppress(faces).stream()
                            .map(crops.get(i)::project)
                            .toList();
                })
                .toList();
    }

    /**
     * Returns the best face in the middle of each of {@code crops}, in px of the photo.
     *
     * @param minScore minimum score of a detection, 0..1
     * @param maxOffset maximum distance of the box's center from the crop's, in sides of the crop
     */
    public List<Optional<Face>> detectCentered(
            PhotoSampler photo, List<SquareCrop> crops, double minScore, double maxOffset) {
        List<List<Face>> faces = detect(photo, crops, minScore);
        return IntStream.range(0, crops.size())
                .mapToObj(i -> faces.get(i).stream()
                        .filter(face ->
                                crops.get(i).center().distanceTo(face.box().middle())
                                        <= maxOffset * crops.get(i).side())
                        .findFirst())
                .toList();
    }

    @Override
    public void close() {
        model.close();
    }
}
