package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;
import io.eyegoogler.image.reader.SingleImageReader;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Reads WebP: a still picture, or the first frame of an animation in its place on the canvas. */
public final class WebpReader extends SingleImageReader {

    private final Cancellation cancellation;

    /** A reader whose work stops when {@code cancellation} says so. */
    public WebpReader(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    protected Dimension size(ImageInputStream file) throws IOException {
        WebpContainer header = WebpContainer.of(file);
        return new Dimension(header.width(), header.height());
    }

    @Override
    protected BufferedImage picture(ImageInputStream file) throws IOException {
        WebpContainer header = WebpContainer.of(file);
        WebpContainer.Frame frame = header.first();
        FrameCanvas canvas = frame.lossless() ? lossless(file, header) : lossy(file, header);
        if (header.translucent() && !frame.translucent()) {
            canvas.putOpaque();
        }
        return canvas.image();
    }

    private FrameCanvas lossless(ImageInputStream file, WebpContainer header) throws IOException {
        int[] argb = new LosslessDecoder(bytes(file, header.first().image()), cancellation).decode();
        FrameCanvas canvas = new FrameCanvas(header);
        canvas.putArgb(argb);
        return canvas;
    }

    private FrameCanvas lossy(ImageInputStream file, WebpContainer header) throws IOException {
        WebpContainer.Frame frame = header.first();
        // Alpha comes first, so that its work space is gone when the planes are there.
        byte[] alpha = frame.alpha().isEmpty()
                ? null
                : alpha(frame, bytes(file, frame.alpha().get()));
        YuvFrame planes = new LossyDecoder(bytes(file, frame.image()), cancellation).decode();
        FrameCanvas canvas = new FrameCanvas(header);
        new ChromaUpsampler(planes, canvas, cancellation).convert();
        if (alpha != null) {
            canvas.putAlpha(alpha);
        }
        return canvas;
    }

    private byte[] alpha(WebpContainer.Frame frame, byte[] chunk) throws IOException {
        return new AlphaPlane(frame.width(), frame.height(), cancellation).decode(chunk);
    }

    private static byte[] bytes(ImageInputStream file, WebpContainer.Chunk chunk) throws IOException {
        byte[] bytes = new byte[chunk.length()];
        file.seek(chunk.start());
        file.readFully(bytes);
        return bytes;
    }
}
