package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.image.reader.UnsupportedKindException;
import io.eyegoogler.limits.MemorySize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.ImageReader;

/**
 * A file whose header says that it holds a photo that can be taken.
 *
 * <p>Decoding is ImageIO's reader, the colour profile, {@link PixelLayout} and the EXIF {@link ExifOrientation}. Of an
 * animation, only the first frame is read.
 */
public final class PhotoFile {

    private final ByteBuffer file;
    private final ReadableFormat format;
    private final long pixels;
    private final DecodingCost cost;
    private final MemorySize capacity;
    private final MetadataScanner metadata;
    private final ExifOrientation orientation;

    PhotoFile(ByteBuffer file, ReadableFormat format, long pixels, DecodingCost cost, MemorySize capacity) {
        this.file = file;
        this.format = format;
        this.pixels = pixels;
        this.cost = cost;
        this.capacity = capacity;
        this.metadata = MetadataScanner.of(file, format);
        this.orientation = ExifOrientationReader.orientation(metadata.exif());
    }

    /** How much memory it takes at most to decode the photo and to look at it. */
    public MemorySize memory() {
        return cost.decoding(pixels, turned()).atMost(capacity);
    }

    /**
     * How much memory it takes at most to decode the photo, to draw on it, and to write it as a file. All that there
     * is, if it may take more: most photos are written as much smaller files than they might be.
     */
    public MemorySize memoryWithAnswer() {
        return cost.answering(pixels, turned()).atMost(capacity);
    }

    /** Whether there can ever be enough memory to decode it. */
    boolean fits() {
        return cost.decoding(pixels, turned()).fits(capacity);
    }

    private boolean turned() {
        return orientation != ExifOrientation.UPRIGHT;
    }

    /**
     * The photo, turned upright, as {@code TYPE_3BYTE_BGR} or, with transparency, {@code TYPE_4BYTE_ABGR}.
     *
     * @throws PhotoRejectedException if it can't be decoded
     * @throws WorkCancelledException if {@code cancellation} says so; within a fraction of a second
     */
    public BufferedImage decode(Cancellation cancellation) {
        try {
            return orientation.apply(canonical(stored(cancellation), cancellation), cancellation);
        } catch (PhotoRejectedException | WorkCancelledException known) {
            throw known;
        } catch (UnsupportedKindException kind) {
            throw new PhotoRejectedException.Unsupported(kind.getMessage());
        } catch (Exception | Error stumble) {
            // Decoders meet a damaged file with whatever they stumble over, a stack overflow included.
            cancellation.check();
            throw PhotoRejectedException.Unreadable.damaged(format, stumble);
        }
    }

    private BufferedImage stored(Cancellation cancellation) throws IOException {
        ImageReader reader = ReaderFactory.of(format, cancellation);
        try (ByteBufferImageInputStream input = new ByteBufferImageInputStream(file, cancellation)) {
            input.inPieces(cost.pieces().start(), cost.pieces().length());
            reader.setInput(input, true, true);
            reader.addIIOReadProgressListener(new CancelOnProgress(cancellation));
            TruncationDetector truncation = new TruncationDetector(file, format);
            reader.addIIOReadWarningListener(truncation);
            BufferedImage image = reader.read(0);
            // Whatever the reader made of the exceptions that told it to stop.
            cancellation.check();
            input.checkEnd();
            truncation.check();
            return image;
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage canonical(BufferedImage stored, Cancellation cancellation) {
        BufferedImage colored = PixelLayout.withoutPalette(stored, cancellation);
        Optional<EmbeddedProfile> profile = profile(colored);
        return profile.isPresent()
                ? profile.get().toSrgb(colored, cancellation)
                : PixelLayout.canonical(colored, cancellation);
    }

    /** The readers of JPEG in color and of TIFF convert by themselves. */
    private Optional<EmbeddedProfile> profile(BufferedImage stored) {
        int colors = stored.getColorModel().getNumColorComponents();
        boolean left = format == ReadableFormat.PNG
                || format == ReadableFormat.WEBP
                || format == ReadableFormat.JPEG && colors == 1;
        return left ? metadata.profile(colors).flatMap(bytes -> EmbeddedProfile.of(bytes, colors)) : Optional.empty();
    }
}
