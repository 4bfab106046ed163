package io.eyegoogler.image;

import io.eyegoogler.limits.Cancellation;
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
     * The photo in {@code file}, upright, however long that takes.
     *
     * @throws PhotoRejected if it isn't a photo that can be taken
     */
    public BufferedImage read(byte[] file) {
        return open(ByteBuffer.wrap(file)).decode(Cancellation.NEVER);
    }

    /**
     * Looks at the header of {@code file}.
     *
     * @throws PhotoRejected if it isn't a photo that can be taken
     */
    public PhotoFile open(ByteBuffer file) {
        ReadableFormat format = ReadableFormat.of(file)
                .orElseThrow(() -> new PhotoRejected.Unsupported(ForeignFormat.adviceFor(file)));
        try {
            return open(file, format);
        } catch (PhotoRejected known) {
            throw known;
        } catch (IOException | RuntimeException | VirtualMachineError stumble) {
            throw PhotoRejected.Unreadable.damaged(format, stumble);
        }
    }

    private PhotoFile open(ByteBuffer file, ReadableFormat format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.imageIoName).next();
        try (ByteBufferImageInputStream input = new ByteBufferImageInputStream(file)) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > maxPixels) {
                throw new PhotoRejected.TooManyPixels(width, height, maxPixels);
            }
            return new PhotoFile(file, format, width, height, capacity);
        } finally {
            reader.dispose();
        }
    }
}
