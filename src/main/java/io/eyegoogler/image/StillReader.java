package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.image.inspect.DecodingCost;
import io.eyegoogler.image.inspect.ReadableFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageReader;

/** Decodes a still picture, or the first of several, by the reader of its format. */
public final class StillReader {

    private StillReader() {}

    /**
     * Decodes {@code file}.
     *
     * @return an image of any layout
     * @throws IOException if the file is damaged; readers throw many other exceptions, too
     * @throws io.eyegoogler.WorkCancelledException if the work is canceled
     */
    public static BufferedImage read(ByteBuffer file, ReadableFormat format, Cancellation cancellation)
            throws IOException {
        return read(
                file,
                format,
                ReaderFactory.newReader(format, cancellation),
                false,
                DecodingCost.ReadLimit.NONE,
                cancellation);
    }

    /**
     * As {@link #read(ByteBuffer, ReadableFormat, Cancellation)}.
     *
     * @param reader is disposed of
     * @param jpegWithoutProfile whether the file is a JPEG that contains no color profile
     * @param limit where reading ends
     */
    static BufferedImage read(
            ByteBuffer file,
            ReadableFormat format,
            ImageReader reader,
            boolean jpegWithoutProfile,
            DecodingCost.ReadLimit limit,
            Cancellation cancellation)
            throws IOException {
        try (ByteBufferImageInputStream input = new ByteBufferImageInputStream(file, cancellation)) {
            input.limitReads(limit.start(), limit.length());
            reader.setInput(input, true, true);
            reader.addIIOReadProgressListener(new CancelOnProgress(cancellation));
            JpegTruncationDetector truncation = new JpegTruncationDetector(file);
            reader.addIIOReadWarningListener(truncation);
            BufferedImage image = jpegWithoutProfile ? RgbDestination.read(reader, cancellation) : reader.read(0);
            // The reader may have swallowed the exception by which it was canceled or refused more data.
            cancellation.check();
            input.checkEnd();
            if (format == ReadableFormat.JPEG) {
                truncation.check();
            }
            return image;
        } finally {
            reader.dispose();
        }
    }
}
