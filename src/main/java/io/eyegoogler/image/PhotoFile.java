package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.image.color.EmbeddedProfile;
import io.eyegoogler.image.color.SrgbConversion;
import io.eyegoogler.image.inspect.DecodingCost;
import io.eyegoogler.image.inspect.PhotoMetadata;
import io.eyegoogler.image.inspect.ReadableFormat;
import io.eyegoogler.limits.MemorySize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.ImageReader;

/**
 * A file whose header declares a photo that can be decoded.
 *
 * <p>Decoding runs ImageIO's reader and applies the color profile, the {@link PixelLayout} and the EXIF orientation. Of
 * an animation, only the first frame is read.
 */
public final class PhotoFile {

    private final ByteBuffer file;
    private final ReadableFormat format;
    private final long pixels;
    private final DecodingCost cost;
    private final MemorySize capacity;
    private final PhotoMetadata metadata;
    private final ExifOrientation orientation;

    PhotoFile(ByteBuffer file, ReadableFormat format, long pixels, DecodingCost cost, MemorySize capacity) {
        this.file = file;
        this.format = format;
        this.pixels = pixels;
        this.cost = cost;
        this.capacity = capacity;
        this.metadata = PhotoMetadata.of(file, format);
        this.orientation = ExifOrientation.of(metadata.orientation());
    }

    /** Returns an upper bound of the memory that it takes to decode the photo and to detect faces in it. */
    public MemorySize memory() {
        return cost.toDecode(pixels, isTurned()).atMost(capacity);
    }

    /**
     * Returns an upper bound of the memory that it takes to decode the photo, to draw on it, and to encode it. It is at
     * most the whole capacity, since most photos are encoded to much smaller files than they might be.
     */
    public MemorySize memoryWithAnswer() {
        return cost.toDecodeAndEncode(pixels, isTurned()).atMost(capacity);
    }

    long pixels() {
        return pixels;
    }

    /** Returns whether the photo can be decoded within the capacity. */
    boolean fits() {
        return cost.toDecode(pixels, isTurned()).fits(capacity);
    }

    private boolean isTurned() {
        return orientation != ExifOrientation.UPRIGHT;
    }

    /**
     * Decodes the photo and turns it upright.
     *
     * @return an image of {@code TYPE_3BYTE_BGR} or, with transparency, {@code TYPE_4BYTE_ABGR}
     * @throws PhotoRejectedException if it can't be decoded
     * @throws WorkCancelledException if the work is canceled, within a fraction of a second
     */
    public BufferedImage decode(Cancellation cancellation) {
        try {
            return orientation.apply(canonical(read(cancellation), cancellation), cancellation);
        } catch (PhotoRejectedException | WorkCancelledException known) {
            throw known;
        } catch (Exception | Error failure) {
            // Decoders fail on a damaged file with any exception or error, including a stack overflow.
            cancellation.check();
            throw PhotoRejectedException.Unreadable.damaged(format, failure);
        }
    }

    private BufferedImage read(Cancellation cancellation) throws IOException {
        ImageReader reader = ReaderFactory.newReader(format, cancellation);
        try (ByteBufferImageInputStream input = new ByteBufferImageInputStream(file, cancellation)) {
            input.limitReads(cost.readLimit().start(), cost.readLimit().length());
            reader.setInput(input, true, true);
            reader.addIIOReadProgressListener(new CancelOnProgress(cancellation));
            JpegTruncationDetector truncation = new JpegTruncationDetector(file);
            reader.addIIOReadWarningListener(truncation);
            BufferedImage image = reader.read(0);
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

    private BufferedImage canonical(BufferedImage decoded, Cancellation cancellation) {
        BufferedImage image = PixelLayout.withoutPalette(decoded, cancellation);
        Optional<EmbeddedProfile> profile = unappliedProfile(image);
        if (profile.isEmpty()) {
            return PixelLayout.canonical(image, cancellation);
        }
        BufferedImage canonical = PixelLayout.blank(image);
        SrgbConversion.convert(profile.get().applyTo(image), canonical, cancellation);
        return canonical;
    }

    /** Returns the profile unless the reader has applied it, as those of color JPEG and of TIFF do. */
    private Optional<EmbeddedProfile> unappliedProfile(BufferedImage decoded) {
        int components = decoded.getColorModel().getNumColorComponents();
        boolean unapplied = format == ReadableFormat.PNG
                || format == ReadableFormat.WEBP
                || format == ReadableFormat.JPEG && components == 1;
        return unapplied
                ? metadata.profile(components).flatMap(bytes -> EmbeddedProfile.of(bytes, components))
                : Optional.empty();
    }
}
