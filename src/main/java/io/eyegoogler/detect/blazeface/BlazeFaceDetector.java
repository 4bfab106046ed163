package io.eyegoogler.detect.blazeface;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.awt.image.BufferedImage;
import java.util.List;

/** Detects large faces by a single run of the short-range model on the letterboxed photo. */
public final class BlazeFaceDetector implements FaceDetector {

    private final BlazeFace shortRange;

    public BlazeFaceDetector(BlazeFace shortRange) {
        this.shortRange = shortRange;
    }

    @Override
    public List<Face> detect(BufferedImage photo, Cancellation cancellation) {
        cancellation.check();
        SquareCrop whole = SquareCrop.letterbox(photo.getWidth(), photo.getHeight());
        return shortRange.detect(PhotoSampler.of(photo), List.of(whole)).get(0);
    }
}
