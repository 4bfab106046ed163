package io.eyegoogler.detect.blazeface;

import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.View;
import io.eyegoogler.limits.Cancellation;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds large faces by one look of the short-range model at the whole photo. */
public final class BlazeFaceDetector implements FaceDetector {

    private final BlazeFace shortRange;

    public BlazeFaceDetector(BlazeFace shortRange) {
        this.shortRange = shortRange;
    }

    @Override
    public List<Face> detect(BufferedImage photo, Cancellation cancellation) {
        cancellation.check();
        View whole = View.letterbox(photo.getWidth(), photo.getHeight());
        return shortRange.detect(PhotoSampler.of(photo), List.of(whole)).get(0);
    }
}
