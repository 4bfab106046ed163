package io.eyegoogler.detect.blazeface;

import io.eyegoogler.detect.AreaSampler;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.FaceDetector;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/** Finds faces by a look of the short-range model at the whole photo, and a second, closer one at each face. */
public final class BlazeFaceDetector implements FaceDetector {

    private final BlazeFace shortRange;
    private final SecondPass secondPass;

    private BlazeFaceDetector(BlazeFace shortRange) {
        this.shortRange = shortRange;
        this.secondPass = new SecondPass(shortRange);
    }

    /** Loads the models from {@code modelDirectory}, or from the jar if that is null. */
    public static BlazeFaceDetector load(Path modelDirectory) {
        return new BlazeFaceDetector(BlazeFace.load(BlazeFaceSpec.SHORT_RANGE, modelDirectory));
    }

    @Override
    public List<Face> detect(BufferedImage photo) {
        View whole = View.letterbox(photo.getWidth(), photo.getHeight());
        AreaSampler sampler = new AreaSampler(photo);
        List<Face> candidates = shortRange.detect(sampler, List.of(whole)).get(0);
        return secondPass.confirm(sampler, candidates);
    }

    @Override
    public void close() {
        shortRange.close();
    }
}
