package io.eyegoogler.detect.blazeface;

import io.eyegoogler.Face;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import io.eyegoogler.detect.tensorflow.SavedModelRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One BlazeFace model, looking at any number of views of a photo in one run.
 *
 * <p>Views → tensor → model → detections → suppression → px of the photo, each step a class named as in MediaPipe.
 */
public final class BlazeFace implements AutoCloseable {

    private final BlazeFaceSpec spec;
    private final SavedModelRunner model;
    private final TensorsToDetections tensorsToDetections;

    private BlazeFace(BlazeFaceSpec spec, SavedModelRunner model, List<Point> anchors) {
        this.spec = spec;
        this.model = model;
        this.tensorsToDetections = new TensorsToDetections(anchors, spec.inputSize());
    }

    /** Loads the model from {@code modelDirectory}, or from the jar if that is null; see {@link SavedModelRunner#load}. */
    public static BlazeFace load(BlazeFaceSpec spec, Path modelDirectory) {
        List<Point> anchors = SsdAnchors.of(spec);
        SavedModelRunner model = SavedModelRunner.load(modelDirectory, spec.name(), spec.signature(anchors.size()));
        return new BlazeFace(spec, model, anchors);
    }

    /** As {@link #detect(PhotoSampler, List, double)}, with the score that MediaPipe asks for. */
    public List<List<Face>> detect(PhotoSampler photo, List<SquareCrop> views) {
        return detect(photo, views, spec.minScore());
    }

    /**
     * The faces in each of {@code views}, best first, in px of the photo; the views are run as one batch.
     *
     * @param minScore detections below are dropped, 0..1
     */
    public List<List<Face>> detect(PhotoSampler photo, List<SquareCrop> views, double minScore) {
        float[] images = ImageToTensor.convert(photo, views, spec.inputSize());
        List<float[]> outputs =
                model.run(images, views.size(), spec.inputSize(), spec.inputSize(), BlazeFaceSpec.CHANNELS);
        List<List<Face>> faces = new ArrayList<>(views.size());
        for (int i = 0; i < views.size(); i++) {
            List<Face> detections = tensorsToDetections.decode(outputs.get(0), outputs.get(1), i, minScore);
            faces.add(WeightedNms.suppress(detections).stream()
                    .map(views.get(i)::project)
                    .toList());
        }
        return faces;
    }

    @Override
    public void close() {
        model.close();
    }
}
