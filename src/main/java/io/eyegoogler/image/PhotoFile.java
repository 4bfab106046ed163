package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.image.inspect.DecodingCost;
import io.eyegoogler.image.inspect.PhotoMetadata;
import io.eyegoogler.image.inspect.ReadableFormat;
import io.eyegoogler.image.moving.FrameSequence;
import io.eyegoogler.limits.MemorySize;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageReader;

/**
 * A file whose header declares a photo that can be decoded.
 *
 * <p>Decoding runs ImageIO's reader and applies the color profile, the {@link PixelLayout} and the EXIF orientation. Of
 * an animation, it returns the first frame; {@link #frames} has all of them.
 */
public final class PhotoFile {

    private final ByteBuffer file;
    private final ReadableFormat format;
    private final long pixels;
    private final DecodingCost cost;
    private final MemorySize capacity;
    private final PhotoMetadata metadata;
    private final StoredColors colors;
    private final boolean jpegWithoutProfile;

    private final ExifOrientation orientation;

    PhotoFile(
            ByteBuffer file,
            ReadableFormat format,
            PhotoMetadata metadata,
            long pixels,
            DecodingCost cost,
            MemorySize capacity) {
        this.file = file;
        this.format = format;
        this.pixels = pixels;
        this.cost = cost;
        this.capacity = capacity;
        this.metadata = metadata;
        this.colors = new StoredColors(format, metadata);
        this.jpegWithoutProfile = format == ReadableFormat.JPEG
                && metadata.profile(RgbDestination.CHANNELS).isEmpty();
        this.orientation = ExifOrientation.of(metadata.orientation());
    }

    /** Returns an upper bound of the memory that it takes to decode the photo and to detect faces in it. */
    public MemorySize memoryToDecode() {
        return cost.toDecode(pixels, isTurned()).atMost(capacity);
    }

    /**
     * Returns an upper bound of the memory that it takes to decode the photo, to draw on it, and to encode it. It is at
     * most the whole capacity, since most photos are encoded to much smaller files than they might be.
     */
    public MemorySize memoryToDecodeAndEncode() {
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
        return rejecting(format, cancellation, () -> {
            ImageReader reader = ReaderFactory.newReader(format, metadata, cancellation);
            BufferedImage stored =
                    StillReader.read(file, format, reader, jpegWithoutProfile, cost.readLimit(), cancellation);
            return orientation.apply(colors.canonical(stored, cancellation), cancellation);
        });
    }

    /**
     * Returns the frames of a file that moves, none of them decoded yet.
     *
     * @param maxPixels limit on the pixels of all frames together
     * @return empty if the file has less than two frames
     * @throws PhotoRejectedException if the frames can't be decoded within the limits
     * @throws WorkCancelledException if the work is canceled
     */
    public Optional<FrameSequence> frames(long maxPixels, Cancellation cancellation) {
        return rejecting(format, cancellation, () -> FrameSequence.of(file, format, colors, maxPixels, cancellation))
                .map(frames -> withinMemory(frames.turned(orientation)));
    }

    private FrameSequence withinMemory(FrameSequence frames) {
        frames.checkMemory(format, capacity);
        return frames;
    }

    /**
     * Runs {@code work} on a file of {@code format}, and rejects the file if it fails: decoders fail on a damaged file
     * with any exception or error, even a stack overflow.
     */
    static <T> T rejecting(ReadableFormat format, Cancellation cancellation, Callable<T> work) {
        try {
            return work.call();
        } catch (PhotoRejectedException | WorkCancelledException known) {
            throw known;
        } catch (OutOfMemoryError full) {
            throw new PhotoRejectedException.TooMuchMemory(format, full);
        } catch (Exception | Error failure) {
            cancellation.check();
            throw PhotoRejectedException.Unreadable.damaged(format, failure);
        }
    }
}
