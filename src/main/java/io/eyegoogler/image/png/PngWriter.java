package io.eyegoogler.image.png;

import io.eyegoogler.image.strips.ThreadAllowance;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes whole images that come without metadata and without wishes by {@link PngEncoder}, and hands all others to the
 * JDK's writer: interlaced, with a quality, a region, text, a resolution, and of kinds the encoder does not take.
 */
final class PngWriter extends ImageWriter {
    /** The JDK's writer, once it was needed. */
    private ImageWriter jdkWriter;

    PngWriter(ImageWriterSpi spi) {
        super(spi);
    }

    @Override
    public ImageWriteParam getDefaultWriteParam() {
        return jdkWriter().map(ImageWriter::getDefaultWriteParam).orElseGet(super::getDefaultWriteParam);
    }

    @Override
    public IIOMetadata getDefaultStreamMetadata(ImageWriteParam param) {
        return null;
    }

    @Override
    public IIOMetadata getDefaultImageMetadata(ImageTypeSpecifier type, ImageWriteParam param) {
        return jdkWriter().map(jdk -> jdk.getDefaultImageMetadata(type, param)).orElse(null);
    }

    @Override
    public IIOMetadata convertStreamMetadata(IIOMetadata metadata, ImageWriteParam param) {
        return null;
    }

    @Override
    public IIOMetadata convertImageMetadata(IIOMetadata metadata, ImageTypeSpecifier type, ImageWriteParam param) {
        return jdkWriter()
                .map(jdk -> jdk.convertImageMetadata(metadata, type, param))
                .orElse(null);
    }

    @Override
    public void write(IIOMetadata streamMetadata, IIOImage image, ImageWriteParam param) throws IOException {
        if (!(getOutput() instanceof ImageOutputStream stream)) {
            throw new IllegalStateException("No output has been set");
        }
        if (image == null) {
            throw new IllegalArgumentException("No image has been given");
        }
        Optional<PixelRows> rows = ImageWriteRequest.isPlain(image, param)
                ? PngEncoder.rows((BufferedImage) image.getRenderedImage())
                : Optional.empty();
        if (rows.isPresent()) {
            clearAbortRequest();
            write((BufferedImage) image.getRenderedImage(), rows.get(), stream);
        } else {
            handOver(stream, image, param);
        }
    }

    private void write(BufferedImage image, PixelRows rows, ImageOutputStream stream) throws IIOException {
        processImageStarted(0);
        boolean complete;
        try {
            complete = !abortRequested()
                    && PngEncoder.encode(image, rows, into(stream), ThreadAllowance.byDefault(), done -> {
                        processImageProgress(100F * done / image.getHeight());
                        return !abortRequested();
                    });
        } catch (IOException e) {
            throw new IIOException("The PNG could not be written", e);
        }
        if (complete) {
            processImageComplete();
        } else {
            processWriteAborted();
        }
    }

    /** Lets go what is written, so that a stream that keeps what could be written over does not keep the whole file. */
    private static OutputStream into(ImageOutputStream stream) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                stream.write(b);
            }

            @Override
            public void write(byte[] bytes, int at, int length) throws IOException {
                stream.write(bytes, at, length);
            }

            @Override
            public void flush() throws IOException {
                stream.flushBefore(stream.getStreamPosition());
            }
        };
    }

    private void handOver(ImageOutputStream stream, IIOImage image, ImageWriteParam param) throws IOException {
        ImageWriter jdk = jdkWriter().orElseThrow(() -> new IIOException("Only the JDK's PNG writer could write this"));
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

    private synchronized Optional<ImageWriter> jdkWriter() {
        if (jdkWriter == null) {
            jdkWriter = PngWriterSpi.jdkWriter().map(PngWriter::instance).orElse(null);
        }
        return Optional.ofNullable(jdkWriter);
    }

    private static ImageWriter instance(ImageWriterSpi spi) {
        try {
            return spi.createWriterInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
