package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.CustomEye;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.inspect.ReadableFormat;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/** Reads a PNG that is drawn onto photos, such as the picture of an eye. Messages of its exceptions name the picture. */
public final class PictureReader {

    /** Enough for a photo of {@link CustomEye#MAX_PIXELS} that compresses well, bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final PhotoReader READER = new PhotoReader(CustomEye.MAX_PIXELS);

    private final String name;
    private final PhotoFile file;

    private PictureReader(String name, PhotoFile file) {
        this.name = name;
        this.file = file;
    }

    /**
     * Opens a picture without decoding any pixel.
     *
     * @param name what to call the picture, at the beginning of a sentence
     * @param png at most {@link #MAX_BYTES} bytes, from its first byte to its limit
     * @throws PhotoRejectedException if it isn't a PNG that can be decoded, or has too many pixels
     * @throws io.eyegoogler.WorkCancelledException if the work is canceled
     */
    public static PictureReader open(String name, ByteBuffer png, Cancellation cancellation) {
        if (ReadableFormat.of(png).filter(ReadableFormat.PNG::equals).isEmpty()) {
            throw new PhotoRejectedException.Unsupported(name + " is not a PNG; save it as PNG and send that.");
        }
        return new PictureReader(name, naming(name, () -> READER.open(png, cancellation)));
    }

    /** Returns an upper bound of the memory that it takes to decode the picture, bytes. */
    public long memory() {
        return file.memoryToDecode().heap();
    }

    /** Returns the number of pixels. */
    public long pixels() {
        return file.pixels();
    }

    /**
     * Decodes the picture.
     *
     * @throws PhotoRejectedException if it can't be decoded
     * @throws io.eyegoogler.WorkCancelledException if the work is canceled
     */
    public BufferedImage decode(Cancellation cancellation) {
        return naming(name, () -> file.decode(cancellation));
    }

    private static <T> T naming(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (PhotoRejectedException.TooManyPixels large) {
            throw new PhotoRejectedException.Unreadable(
                    name + " has more than " + CustomEye.MAX_PIXELS / 1_000_000 + " MP; send a smaller version of it.",
                    large);
        } catch (PhotoRejectedException rejected) {
            throw new PhotoRejectedException.Unreadable(name + ": " + rejected.getMessage(), rejected);
        }
    }
}
