package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Decodes the image of a WebP, lossless or lossy, at its position on the canvas. */
final class WebpImage {

    private final ImageInputStream file;
    private final WebpContainer container;
    private final Cancellation cancellation;

    WebpImage(ImageInputStream file, WebpContainer container, Cancellation cancellation) {
        this.file = file;
        this.container = container;
        this.cancellation = cancellation;
    }

    /** Returns an image of the canonical layout and of the size of the canvas. */
    BufferedImage decode() throws IOException {
        WebpContainer.Frame frame = container.first();
        FrameCanvas canvas = frame.lossless() ? lossless(frame) : lossy(frame);
        if (container.hasAlpha() && !frame.hasAlpha()) {
            canvas.putOpaque();
        }
        return canvas.image();
    }

    private FrameCanvas lossless(WebpContainer.Frame frame) throws IOException {
        int[] argb = new LosslessDecoder(readChunk(frame.image()), cancellation).decode();
        FrameCanvas canvas = new FrameCanvas(container);
        canvas.putArgb(argb);
        return canvas;
    }

    private FrameCanvas lossy(WebpContainer.Frame frame) throws IOException {
        // Alpha comes first, so that its working memory is free before the planes are allocated.
        byte[] alpha = frame.alpha().isEmpty()
                ? null
                : new AlphaDecoder(frame.width(), frame.height(), cancellation)
                        .decode(readChunk(frame.alpha().get()));
        YuvFrame yuv = new LossyDecoder(readChunk(frame.image()), cancellation).decode();
        FrameCanvas canvas = new FrameCanvas(container);
        new FancyUpsampler(yuv, canvas, cancellation).convert();
        if (alpha != null) {
            canvas.putAlpha(alpha);
        }
        return canvas;
    }

    private byte[] readChunk(WebpContainer.Chunk chunk) throws IOException {
        byte[] bytes = new byte[chunk.length()];
        file.seek(chunk.start());
        file.readFully(bytes);
        return bytes;
    }
}
