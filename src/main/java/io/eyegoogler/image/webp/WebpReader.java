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
        WebpContainer container = WebpContainer.of(file);
        WebpContainer.Frame frame = container.first();
        FrameCanvas canvas = frame.lossless() ? readLossless(file, container) : readLossy(file, container);
        if (container.hasAlpha() && !frame.hasAlpha()) {
            canvas.putOpaque();
        }
        return canvas.image();
    }

    private FrameCanvas readLossless(ImageInputStream file, WebpContainer container) throws IOException {
        int[] argb = new LosslessDecoder(readChunk(file, container.first().image()), cancellation).decode();
        FrameCanvas canvas = new FrameCanvas(container);
        canvas.putArgb(argb);
        return canvas;
    }

    private FrameCanvas readLossy(ImageInputStream file, WebpContainer container) throws IOException {
        WebpContainer.Frame frame = container.first();
        // Alpha comes first, so that its working memory is free before the planes are allocated.
        byte[] alpha = frame.alpha().isEmpty()
                ? null
                : readAlpha(frame, readChunk(file, frame.alpha().get()));
        YuvFrame yuv = new LossyDecoder(readChunk(file, frame.image()), cancellation).decode();
        FrameCanvas canvas = new FrameCanvas(container);
        new FancyUpsampler(yuv, canvas, cancellation).convert();
        if (alpha != null) {
            canvas.putAlpha(alpha);
        }
        return canvas;
    }

    private byte[] readAlpha(WebpContainer.Frame frame, byte[] chunk) throws IOException {
        return new AlphaDecoder(frame.width(), frame.height(), cancellation).decode(chunk);
    }

    private static byte[] readChunk(ImageInputStream file, WebpContainer.Chunk chunk) throws IOException {
        byte[] bytes = new byte[chunk.length()];
        file.seek(chunk.start());
        file.readFully(bytes);
        return bytes;
    }
}
