package io.eyegoogler.image;

import io.eyegoogler.limits.Cancellation;
import io.eyegoogler.limits.MemorySize;
import io.eyegoogler.limits.WorkCancelledException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * A file whose header says that it holds a photo that can be taken.
 *
 * <p>Decoding is ImageIO's reader, the colour profile, {@link PixelLayout} and the EXIF {@link Orientation}. Of an
 * animation, only the first frame is read.
 */
public final class PhotoFile {

    /** As stored, and upright in the {@link PixelLayout}, with transparency. */
    private static final int MAX_BYTES_PER_PIXEL = 8;

    private final ByteBuffer file;
    private final ReadableFormat format;
    private final int width;
    private final int height;
    private final MemorySize capacity;

    PhotoFile(ByteBuffer file, ReadableFormat format, int width, int height, MemorySize capacity) {
        this.file = file;
        this.format = format;
        this.width = width;
        this.height = height;
        this.capacity = capacity;
    }

    /** How much memory it takes at most to decode the photo, to draw on it, and to write it as a file. */
    public MemorySize memory() {
        return new MemorySize((long) width * height * MAX_BYTES_PER_PIXEL, 0).atMost(capacity);
    }

    /**
     * The photo, turned upright, as {@code TYPE_3BYTE_BGR} or, with transparency, {@code TYPE_4BYTE_ABGR}.
     *
     * @throws PhotoRejected if it can't be decoded
     * @throws WorkCancelledException if {@code cancellation} says so
     */
    public BufferedImage decode(Cancellation cancellation) {
        try {
            Metadata metadata = Metadata.of(file, format);
            BufferedImage stored = PixelLayout.withoutPalette(stored(cancellation));
            BufferedImage canonical = profile(metadata, stored)
                    .map(profile -> profile.toSrgb(stored))
                    .orElseGet(() -> PixelLayout.canonical(stored));
            return Exif.orientation(metadata.exif()).apply(canonical);
        } catch (PhotoRejected | WorkCancelledException known) {
            throw known;
        } catch (Exception | VirtualMachineError stumble) {
            // Decoders meet a damaged file with whatever they stumble over, a stack overflow included.
            cancellation.check();
            throw PhotoRejected.Unreadable.damaged(format, stumble);
        }
    }

    private BufferedImage stored(Cancellation cancellation) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.imageIoName).next();
        try (ByteBufferImageInputStream input = new ByteBufferImageInputStream(file)) {
            cancellation.check();
            reader.setInput(input, true, true);
            Truncation truncation = new Truncation(file, format);
            reader.addIIOReadWarningListener(truncation);
            BufferedImage image = reader.read(0);
            truncation.check();
            return image;
        } finally {
            reader.dispose();
        }
    }

    /** The readers of JPEG in color, WebP and TIFF convert by themselves. */
    private Optional<ColourProfile> profile(Metadata metadata, BufferedImage stored) {
        int colors = stored.getColorModel().getNumColorComponents();
        boolean left = format == ReadableFormat.PNG || format == ReadableFormat.JPEG && colors == 1;
        return left ? metadata.profile().flatMap(bytes -> ColourProfile.of(bytes, colors)) : Optional.empty();
    }
}
