package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;
import io.eyegoogler.image.reader.SingleImageReader;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Reads WebP: a still image, or the first frame of an animation at its position on the canvas. */
public final class WebpReader extends SingleImageReader {

    private final Cancellation cancellation;

    /** Creates a reader that stops when {@code cancellation} says so. */
    public WebpReader(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    protected Dimension readSize(ImageInputStream file) throws IOException {
        WebpContainer container = WebpContainer.of(file);
        return new Dimension(container.width(), container.height());
    }

    @Override
    protected BufferedImage readImage(ImageInputStream file) throws IOException {
        return new WebpImage(file, WebpContainer.of(file), cancellation).decode();
    }
}
