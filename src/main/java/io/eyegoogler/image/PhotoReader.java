package io.eyegoogler.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * From a file's bytes to upright pixels.
 *
 * <p>Format by content, size by header before any pixel is decoded, then ImageIO's reader, {@link PixelLayout} and the
 * EXIF {@link Orientation}. Of an animation, only the first frame is read.
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
                .orElseThrow(() -> new PhotoRejected.Unsupported(
                        "This is no picture of a format that is read here; send one of " + ReadableFormat.names()
                                + "."));
        BufferedImage decoded = PixelLayout.canonical(decode(file, format));
        return Exif.orientation(file, format).apply(decoded);
    }

    private BufferedImage decode(byte[] file, ReadableFormat format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.imageIoName).next();
        try (ByteArrayImageInputStream input = new ByteArrayImageInputStream(file)) {
            reader.setInput(input, true, true);
            checkSize(reader);
            Truncation truncation = new Truncation(file, format);
            reader.addIIOReadWarningListener(truncation);
            BufferedImage image = reader.read(0, new ImageReadParam());
            truncation.check();
            return image;
        } catch (IOException | RuntimeException damaged) {
            if (damaged instanceof PhotoRejected rejected) {
                throw rejected;
            }
            throw new PhotoRejected.Unreadable(
                    "The " + format + " file is damaged and can't be decoded; send it again or save it anew.", damaged);
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
}
