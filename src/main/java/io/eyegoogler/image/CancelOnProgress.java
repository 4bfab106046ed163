package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Cancels a reader that computes for long without reading, when it reports its progress. */
final class CancelOnProgress implements IIOReadProgressListener {

    private final Cancellation cancellation;

    CancelOnProgress(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public void imageProgress(ImageReader reader, float percent) {
        cancellation.check();
    }

    @Override
    public void imageStarted(ImageReader reader, int image) {
        cancellation.check();
    }

    @Override
    public void imageComplete(ImageReader reader) {}

    @Override
    public void sequenceStarted(ImageReader reader, int image) {}

    @Override
    public void sequenceComplete(ImageReader reader) {}

    @Override
    public void thumbnailStarted(ImageReader reader, int image, int thumbnail) {}

    @Override
    public void thumbnailProgress(ImageReader reader, float percent) {}

    @Override
    public void thumbnailComplete(ImageReader reader) {}

    @Override
    public void readAborted(ImageReader reader) {}
}
