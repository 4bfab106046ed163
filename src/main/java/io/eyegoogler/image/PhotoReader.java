package io.eyegoogler.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * From a file's bytes to upright pixels.
 *
 * <p>Format by content, size by header before any pixel is decoded, then ImageIO's reader, the colour profile,
 * {@link PixelLayout} and the EXIF {@link Orientation}. Of an animation, only the first frame is read.
 */
public final class PhotoReader {

    /** As stored, and upright in the {@link PixelLayout}, with transparency. */
    private static final int MOST_BYTES_A_PIXEL = 8;
    /** Photos that there was no memory for are read again one by one. */
    private static final Object ONE_BY_ONE = new Object();

    private final long maxPixels;

    /** A reader of photos of at most {@code maxPixels} pixels. */
    public PhotoReader(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /**
     * The photo in {@code file}, turned upright, as {@code TYPE_3BYTE_BGR} or, with transparency,
     * {@code TYPE_4BYTE_ABGR}.
     *
     * @throws PhotoRejected if it isn't one
     * @throws OutOfMemoryError if others hold the memory that it needs
     */
    public BufferedImage read(byte[] file) {
        ReadableFormat format = ReadableFormat.of(file)
                .orElseThrow(() -> new PhotoRejected.Unsupported(ForeignFormat.adviceFor(file)));
        try {
            return read(file, format);
        } catch (OutOfMemoryError full) {
            synchronized (ONE_BY_ONE) {
                return readAgain(file, format);
            }
        }
    }

    /**
     * A damaged file can make a decoder ask for any amount of memory; a sound one may have come when others had it all.
     */
    private BufferedImage readAgain(byte[] file, ReadableFormat format) {
        try {
            return read(file, format);
        } catch (OutOfMemoryError full) {
            if (heapLacks(memoryFor(file, format))) {
                throw full;
            }
            throw damaged(format, full);
        }
    }

    private BufferedImage read(byte[] file, ReadableFormat format) {
        try {
            Metadata metadata = Metadata.of(file, format);
            BufferedImage stored = PixelLayout.withoutPalette(decode(file, format));
            BufferedImage canonical = profile(metadata, stored, format)
                    .map(profile -> profile.toSrgb(stored))
                    .orElseGet(() -> PixelLayout.canonical(stored));
            return Exif.orientation(metadata.exif()).apply(canonical);
        } catch (PhotoRejected known) {
            throw known;
        } catch (Exception | VirtualMachineError stumble) {
            // Decoders meet a damaged file with whatever they stumble over, a stack overflow included.
            throw fullHeap(stumble).orElseThrow(() -> damaged(format, stumble));
        }
    }

    /** Some decoders wrap it. */
    private static Optional<OutOfMemoryError> fullHeap(Throwable stumble) {
        return Stream.iterate(stumble, Objects::nonNull, Throwable::getCause)
                .filter(OutOfMemoryError.class::isInstance)
                .map(OutOfMemoryError.class::cast)
                .findFirst();
    }

    private static PhotoRejected damaged(ReadableFormat format, Throwable cause) {
        return new PhotoRejected.Unreadable(
                "The " + format + " file is damaged, or of a kind that can't be decoded; save it anew and send it again.",
                cause);
    }

    /** What a sound photo of the size in this file's header may need, bytes; 0 if it tells none. */
    private static long memoryFor(byte[] file, ReadableFormat format) {
        ImageReader reader = reader(format);
        try (ByteArrayImageInputStream input = new ByteArrayImageInputStream(file)) {
            reader.setInput(input, true, true);
            return (long) reader.getWidth(0) * reader.getHeight(0) * MOST_BYTES_A_PIXEL;
        } catch (IOException | RuntimeException broken) {
            return 0;
        } finally {
            reader.dispose();
        }
    }

    private static boolean heapLacks(long bytes) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory()) < bytes;
    }

    private static ImageReader reader(ReadableFormat format) {
        return ImageIO.getImageReadersByFormatName(format.imageIoName).next();
    }

    private BufferedImage decode(byte[] file, ReadableFormat format) throws IOException {
        ImageReader reader = reader(format);
        try (ByteArrayImageInputStream input = new ByteArrayImageInputStream(file)) {
            reader.setInput(input, true, true);
            checkSize(reader);
            Truncation truncation = new Truncation(file, format);
            reader.addIIOReadWarningListener(truncation);
            BufferedImage image = reader.read(0);
            truncation.check();
            return image;
        } finally {
            reader.dispose();
        }
    }

    private void checkSize(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > maxPixels) {
            throw new PhotoRejected.TooManyPixels(width, height, maxPixels);
        }
    }

    /** The readers of JPEG in colour, WebP and TIFF convert by themselves. */
    private static Optional<ColourProfile> profile(Metadata metadata, BufferedImage stored, ReadableFormat format) {
        int colours = stored.getColorModel().getNumColorComponents();
        boolean left = format == ReadableFormat.PNG || format == ReadableFormat.JPEG && colours == 1;
        return left
                ? metadata.profile().flatMap(bytes -> ColourProfile.of(bytes, colours))
                : Optional.empty();
    }
}
