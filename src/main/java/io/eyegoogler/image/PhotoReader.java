package io.eyegoogler.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * From a file's bytes to upright pixels.
 *
 * <p>Format by content, size by header before any pixel is decoded, then ImageIO's reader, the colour profile,
 * {@link PixelLayout} and the EXIF {@link Orientation}. Of an animation, only the first frame is read.
 */
public final class PhotoReader {

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
     */
    public BufferedImage read(byte[] file) {
        ReadableFormat format = ReadableFormat.of(file)
                .orElseThrow(() -> new PhotoRejected.Unsupported(ForeignFormat.adviceFor(file)));
        try {
            Metadata metadata = Metadata.of(file, format);
            BufferedImage stored = PixelLayout.withoutPalette(decode(file, format));
            BufferedImage canonical = profile(metadata, stored, format)
                    .map(profile -> profile.toSrgb(stored))
                    .orElseGet(() -> PixelLayout.canonical(stored));
            return Exif.orientation(metadata.exif()).apply(canonical);
        } catch (PhotoRejected rejected) {
            throw rejected;
        } catch (Exception | VirtualMachineError damaged) {
            // Decoders meet a damaged file with whatever they stumble over, a stack or heap overflow included.
            throw new PhotoRejected.Unreadable(
                    "The " + format + " file is damaged, or of a kind that can't be decoded; save it anew and send it"
                            + " again.",
                    damaged);
        }
    }

    private BufferedImage decode(byte[] file, ReadableFormat format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.imageIoName).next();
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
