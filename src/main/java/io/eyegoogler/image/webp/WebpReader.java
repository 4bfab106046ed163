package io.eyegoogler.image.webp;

import io.eyegoogler.image.reader.PictureReader;
import io.eyegoogler.limits.Cancellation;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Reads WebP: a still picture, or the first frame of an animation in its place on the canvas. */
public final class WebpReader extends PictureReader {

    private final Cancellation cancellation;

    /** A reader whose work stops when {@code cancellation} says so. */
    public WebpReader(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    protected Dimension size(ImageInputStream file) throws IOException {
        WebpFile header = WebpFile.of(file);
        return new Dimension(header.width(), header.height());
    }

    @Override
    protected BufferedImage picture(ImageInputStream file) throws IOException {
        WebpFile header = WebpFile.of(file);
        WebpFile.Frame frame = header.first();
        Canvas canvas = frame.lossless() ? lossless(file, header) : lossy(file, header);
        if (header.translucent() && !frame.translucent()) {
            canvas.putOpaque();
        }
        return canvas.image();
    }

    private Canvas lossless(ImageInputStream file, WebpFile header) throws IOException {
        int[] argb = new LosslessDecoder(bytes(file, header.first().image()), cancellation).decode();
        Canvas canvas = new Canvas(header);
        canvas.putArgb(argb);
        return canvas;
    }

    private Canvas lossy(ImageInputStream file, WebpFile header) throws IOException {
        WebpFile.Frame frame = header.first();
        // Alpha comes first, so that its work space is gone when the planes are there.
        byte[] alpha = frame.alpha().isEmpty() ? null : alpha(frame, bytes(file, frame.alpha().get()));
        Planes planes = new LossyDecoder(bytes(file, frame.image()), cancellation).decode();
        Canvas canvas = new Canvas(header);
        new Upsampler(planes, canvas, cancellation).convert();
        if (alpha != null) {
            canvas.putAlpha(alpha);
        }
        return canvas;
    }

    private byte[] alpha(WebpFile.Frame frame, byte[] chunk) throws IOException {
        return new AlphaPlane(frame.width(), frame.height(), cancellation).decode(chunk);
    }

    private static byte[] bytes(ImageInputStream file, WebpFile.Chunk chunk) throws IOException {
        byte[] bytes = new byte[chunk.length()];
        file.seek(chunk.start());
        file.readFully(bytes);
        return bytes;
    }
}
