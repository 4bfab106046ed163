package io.eyegoogler.image.png;

import io.eyegoogler.image.strips.ThreadAllowance;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * An ImageIO writer of images by {@link PngEncoder}. Images that it doesn't support, with metadata, or with an
 * {@code ImageWriteParam} (interlacing, compression quality, regions, subsampling) are left to the JDK's writer.
 *
 * <p>The output is an {@code ImageOutputStream}, or an {@code OutputStream}, which saves a copy of the file.
 */
final class PngWriter extends ImageWriter {
    /** Created on first use. */
    private ImageWriter jdkWriter;

    PngWriter(ImageWriterSpi spi) {
        super(spi);
    }

    private synchronized ImageWriter jdkWriter() {
        if (jdkWriter == null) {
            try {
                jdkWriter = PngWriterSpi.jdkWriter().createWriterInstance();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return jdkWriter;
    }

    @Override
    public ImageWriteParam getDefaultWriteParam() {
        return jdkWriter().getDefaultWriteParam();
    }

    @Override
    public IIOMetadata getDefaultStreamMetadata(ImageWriteParam param) {
        return null;
    }

    @Override
    public IIOMetadata getDefaultImageMetadata(ImageTypeSpecifier type, ImageWriteParam param) {
        return jdkWriter().getDefaultImageMetadata(type, param);
    }

    @Override
    public IIOMetadata convertStreamMetadata(IIOMetadata metadata, ImageWriteParam param) {
        return null;
    }

    @Override
    public IIOMetadata convertImageMetadata(IIOMetadata metadata, ImageTypeSpecifier type, ImageWriteParam param) {
        return jdkWriter().convertImageMetadata(metadata, type, param);
    }

    @Override
    public void write(IIOMetadata streamMetadata, IIOImage image, ImageWriteParam param) throws IOException {
        if (getOutput() == null) {
            throw new IllegalStateException("No output has been set");
        }
        if (image == null) {
            throw new IllegalArgumentException("No image has been given");
        }
        Optional<PixelRows> rows = param == null ? plainRows(image) : Optional.empty();
        if (rows.isPresent()) {
            clearAbortRequest();
            write(rows.get());
        } else if (getOutput() instanceof ImageOutputStream stream) {
            delegate(stream, image, param);
        } else {
            try (ImageOutputStream stream = new MemoryCacheImageOutputStream((OutputStream) getOutput())) {
                delegate(stream, image, param);
            }
        }
    }

    /** Returns the rows of an image that comes with nothing else, if the encoder supports it. */
    private static Optional<PixelRows> plainRows(IIOImage image) {
        return image.getRenderedImage() instanceof BufferedImage pixels
                        && image.getMetadata() == null
                        && image.getNumThumbnails() == 0
                ? PixelRows.of(pixels)
                : Optional.empty();
    }

    private void write(PixelRows rows) throws IOException {
        OutputStream out =
                getOutput() instanceof ImageOutputStream stream ? flushing(stream) : (OutputStream) getOutput();
        processImageStarted(0);
        boolean complete = !abortRequested()
                && PngEncoder.encode(rows, out, ThreadAllowance.byDefault(), done -> {
                    processImageProgress(100F * done / rows.header().height());
                    return !abortRequested();
                });
        if (complete) {
            processImageComplete();
        } else {
            processWriteAborted();
        }
    }

    /** Returns a stream whose flush also discards what {@code stream} keeps for seeking back: all that was written. */
    private static OutputStream flushing(ImageOutputStream stream) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                stream.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                stream.write(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                stream.flushBefore(stream.getStreamPosition());
            }
        };
    }

    private void delegate(ImageOutputStream stream, IIOImage image, ImageWriteParam param) throws IOException {
        ImageWriter jdk = jdkWriter();
        jdk.setOutput(stream);
        if (progressListeners != null) {
            progressListeners.forEach(jdk::addIIOWriteProgressListener);
        }
        if (warningListeners != null) {
            warningListeners.forEach(jdk::addIIOWriteWarningListener);
        }
        try {
            jdk.write(null, image, param);
        } finally {
            jdk.reset();
        }
    }

    @Override
    public synchronized void abort() {
        super.abort();
        if (jdkWriter != null) {
            jdkWriter.abort();
        }
    }

    @Override
    public synchronized void dispose() {
        if (jdkWriter != null) {
            jdkWriter.dispose();
            jdkWriter = null;
        }
    }
}
