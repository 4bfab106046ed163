package io.eyegoogler.image.heif;

import io.eyegoogler.PhotoRejectedException;
import java.awt.Rectangle;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The photo that a HEIC or AVIF file stands for, as its boxes declare it: one coded image, or a grid of such.
 *
 * @param tiles in rows from left to right; a single one if the photo isn't a grid
 * @param alphaTiles the alpha of each tile; none if the photo is opaque
 * @param columns of the grid
 * @param width of all tiles together, less what lies outside the photo, px
 * @param height likewise
 * @param crop the part of it that is to be seen, px
 * @param orientation how the cropped photo is to be turned upright, as EXIF counts: 1 to 8
 * @param premultiplied whether colors have been multiplied by alpha
 * @param profile the ICC profile of its colors, or one that is equivalent to its code points; empty for sRGB
 */
public record HeifPhoto(
        List<CodedImage> tiles,
        List<CodedImage> alphaTiles,
        int columns,
        int width,
        int height,
        Rectangle crop,
        int orientation,
        boolean premultiplied,
        Optional<byte[]> profile) {

    /** What the converter takes whatever it decodes, with its input in memory; measured as 14 MB, bytes. */
    private static final long PROCESS_BYTES = 20L << 20;
    /** What the converter takes for each pixel of the image that it is decoding; measured, bytes. */
    private static final int PIXEL_BYTES = 7;
    /** The same for samples of more than 8 bits. */
    private static final int DEEP_PIXEL_BYTES = 13;

    /**
     * Reads the boxes of {@code file}, from its first byte to its limit.
     *
     * @param format the name of the format, for messages
     * @throws PhotoRejectedException if they don't declare a photo that can be decoded
     */
    public static HeifPhoto of(ByteBuffer file, String format) {
        ByteBuffer bytes = file.duplicate().rewind();
        try {
            return new PhotoResolver(bytes, format).resolve();
        } catch (PhotoRejectedException known) {
            throw known;
        } catch (RuntimeException damaged) {
            throw PhotoRejectedException.Unreadable.damaged(format, damaged);
        }
    }

    /** Returns whether there is transparency. */
    public boolean hasAlpha() {
        return !alphaTiles.isEmpty();
    }

    /** Returns whether the photo is a grid of tiles. */
    boolean isGrid() {
        return width != tiles.get(0).width() || height != tiles.get(0).height() || tiles.size() > 1;
    }

    /** Returns the most memory that the converter takes, and the file that it reads, bytes. */
    public long converterBytes() {
        long pixels = tiles.get(0).pixels();
        long each = tiles.get(0).isDeep() ? DEEP_PIXEL_BYTES : PIXEL_BYTES;
        long alpha = hasAlpha() ? each / 2 : 0;
        // The file, the converter's copy of it, and one of the part that it is decoding.
        return PROCESS_BYTES + pixels * (each + alpha) + 3 * codedBytes();
    }

    private long codedBytes() {
        return tiles.stream().mapToLong(CodedImage::bytes).sum()
                + alphaTiles.stream().mapToLong(CodedImage::bytes).sum();
    }
}
