package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.reader.UnsupportedKindException;
import io.eyegoogler.limits.MemorySize;
import io.eyegoogler.limits.ProcessMemory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Opens files with photos: format by content, size and cost by header, before any pixel is decoded. */
public final class PhotoReader {

    private final long maxPixels;
    private final MemorySize capacity;

    /** A reader of photos of at most {@code maxPixels} pixels, for which this process has the memory. */
    public PhotoReader(long maxPixels) {
        this(maxPixels, ProcessMemory.photos());
    }

    /** A reader of photos of at most {@code maxPixels} pixels, which need no more memory than {@code capacity}. */
    public PhotoReader(long maxPixels, MemorySize capacity) {
        this.maxPixels = maxPixels;
        this.capacity = capacity;
    }

    /**
     * Has ImageIO keep in memory what its readers put aside, rather than in temporary files. This holds for the whole
     * process, so it is for the program to say, not for a library.
     */
    public static void keepOffDisk() {
        ImageIO.setUseCache(false);
    }

    /**
     * The photo in {@code file}, upright, however long that takes.
     *
     * @throws PhotoRejectedException if it isn't a photo that can be taken
     */
    public BufferedImage read(byte[] file) {
        return open(ByteBuffer.wrap(file)).decode(Cancellation.NEVER);
    }

    /**
     * Looks at the header of {@code file}.
     *
     * @throws PhotoRejectedException if it isn't a photo that can be taken
     */
    public PhotoFile open(ByteBuffer file) {
        ReadableFormat format = ReadableFormat.of(file)
                .orElseThrow(() -> new PhotoRejectedException.Unsupported(UnsupportedFormat.adviceFor(file)));
        try {
            return open(file, format);
        } catch (PhotoRejectedException known) {
            throw known;
        } catch (UnsupportedKindException kind) {
            throw new PhotoRejectedException.Unsupported(kind.getMessage());
        } catch (Exception | Error stumble) {
            throw PhotoRejectedException.Unreadable.damaged(format, stumble);
        }
    }

    private PhotoFile open(ByteBuffer file, ReadableFormat format) throws IOException {
        DecodingCost cost = DecodingCost.of(file, format);
        ImageReader reader = ReaderFactory.of(format, Cancellation.NEVER);
        // What is left of the header by the walk over the file is read in no time.
        try (ByteBufferImageInputStream input = new ByteBufferImageInputStream(file, Cancellation.NEVER)) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > maxPixels) {
                throw new PhotoRejectedException.TooManyPixels(width, height, maxPixels);
            }
            if (Math.max(width, height) > DecodingCost.MAX_SIDE) {
                throw new PhotoRejectedException.TooCostly(format, width + " × " + height + " pixels");
            }
            PhotoFile photo = new PhotoFile(file, format, (long) width * height, cost, capacity);
            if (!photo.fits()) {
                throw new PhotoRejectedException.TooMuchMemory(format, width, height);
            }
            return photo;
        } finally {
            reader.dispose();
        }
    }
}
