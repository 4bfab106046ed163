package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.image.heif.HeifSupport;
import io.eyegoogler.image.inspect.DecodingCost;
import io.eyegoogler.image.inspect.PhotoMetadata;
import io.eyegoogler.image.inspect.ReadableFormat;
import io.eyegoogler.image.inspect.UnsupportedFormat;
import io.eyegoogler.limits.MemorySize;
import io.eyegoogler.limits.ProcessMemory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Opens photo files: determines format, size and cost before any pixel is decoded. */
public final class PhotoReader {

    /** A row costs a reader some µs whatever its width, and even panoramas have no more than 100,000 px on a side. */
    static final int MAX_SIDE = 500_000;

    private final long maxPixels;
    private final MemorySize capacity;
    private final Set<ReadableFormat> readable;

    /** Creates a reader of photos of at most {@code maxPixels} pixels that fit into this process's memory. */
    public PhotoReader(long maxPixels) {
        this(maxPixels, ProcessMemory.photos());
    }

    /**
     * Creates a reader of photos of at most {@code maxPixels} pixels that need no more memory than {@code capacity}; like
     * the other, it reads neither HEIC nor AVIF.
     */
    public PhotoReader(long maxPixels, MemorySize capacity) {
        this(maxPixels, capacity, HeifSupport.OFF);
    }

    /** As {@link #PhotoReader(long, MemorySize)}, with {@code support} for HEIC and AVIF. */
    public PhotoReader(long maxPixels, MemorySize capacity, HeifSupport support) {
        this.maxPixels = maxPixels;
        this.capacity = capacity;
        this.readable = ReadableFormat.readable(support);
    }

    /**
     * Makes ImageIO's readers buffer in memory rather than in temporary files. This affects the whole process, so a
     * program should call it, but not a library.
     */
    public static void keepOffDisk() {
        ImageIO.setUseCache(false);
    }

    /**
     * Decodes the photo in {@code file} and turns it upright, however long that takes.
     *
     * @throws PhotoRejectedException if it can't be decoded
     */
    public BufferedImage read(byte[] file) {
        return open(ByteBuffer.wrap(file), Cancellation.NEVER).decode(Cancellation.NEVER);
    }

    /**
     * Opens {@code file}, from its first byte to its limit, without decoding any pixel.
     *
     * @throws PhotoRejectedException if its header and structure don't declare a photo that can be decoded
     * @throws WorkCancelledException if the work is canceled
     */
    public PhotoFile open(ByteBuffer file, Cancellation cancellation) {
        ReadableFormat format = ReadableFormat.of(file)
                .filter(readable::contains)
                .orElseThrow(() -> new PhotoRejectedException.Unsupported(UnsupportedFormat.adviceFor(file, readable)));
        return PhotoFile.rejecting(format, cancellation, () -> open(file, format, cancellation));
    }

    private PhotoFile open(ByteBuffer file, ReadableFormat format, Cancellation cancellation) throws IOException {
        DecodingCost cost = DecodingCost.of(file, format, cancellation);
        PhotoMetadata metadata = PhotoMetadata.of(file, format);
        ImageReader reader = ReaderFactory.newReader(format, metadata, cancellation);
        try (ByteBufferImageInputStream input = new ByteBufferImageInputStream(file, cancellation)) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            cancellation.check();
            if ((long) width * height > maxPixels) {
                throw new PhotoRejectedException.TooManyPixels(width, height, maxPixels);
            }
            if (Math.max(width, height) > MAX_SIDE) {
                throw new PhotoRejectedException.TooCostly(format, width + " × " + height + " pixels");
            }
            PhotoFile photo = new PhotoFile(file, format, metadata, (long) width * height, cost, capacity);
            if (!photo.fits()) {
                throw new PhotoRejectedException.TooMuchMemory(format, width, height);
            }
            return photo;
        } finally {
            reader.dispose();
        }
    }
}
