package io.eyegoogler.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes animations as GIF: one palette for all frames, dithering in the first, and of each other frame what changes.
 *
 * <p>What changes isn't dithered, so that nothing flickers, and takes its colour in the first frame again where it
 * comes back to that.
 */
final class GifWriter {

    /** Of a picture, px. GIFs of more are slow to load, and their 256 colours are all the more to be seen. */
    static final int LONGEST_SIDE = 800;

    /** Colours that are found most often where the picture moves are in the palette as they are: flat parts. */
    private static final int MOST_FLAT = 16;
    /** At least a share of one in so many of what moves. */
    private static final int FLAT_SHARE = 200;

    private final Animation animation;
    private final PixelBytes picture;
    private final int width;
    /** The first frame, row by row. */
    private final int[] first;

    private final byte[] firstIndices;
    private final GifPalette palette;
    private final IndexColorModel colours;

    private GifWriter(Animation animation) {
        BufferedImage image = animation.picture();
        this.animation = animation;
        this.picture = PixelBytes.of(image);
        this.width = image.getWidth();
        this.first = pixels(image.getHeight());
        this.palette = palette();
        this.firstIndices = ErrorDiffusion.indices(first, width, palette);
        this.colours = palette.colourModel();
    }

    /** Writes {@code animation}, which is opaque and no larger than {@link #LONGEST_SIDE}. */
    static void write(Animation animation, OutputStream file) throws IOException {
        new GifWriter(animation).write(file);
    }

    private int[] pixels(int height) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = picture.rgb(i % width, i / width);
        }
        return pixels;
    }

    private GifPalette palette() {
        int[] flat = flat(moving().stream().map(i -> first[i]).sorted().toArray());
        int[] others = MedianCut.colours(first, GifPalette.MOST - flat.length);
        return new GifPalette(flat, others);
    }

    /** The pixels of all places, counted row by row. */
    private BitSet moving() {
        BitSet moving = new BitSet(first.length);
        for (Rectangle place : animation.places()) {
            for (int y = place.y; y < place.y + place.height; y++) {
                moving.set(y * width + place.x, y * width + place.x + place.width);
            }
        }
        return moving;
    }

    /** A color and how many pixels have it. */
    private record ColorCount(int rgb, int count) {}

    /** Those of {@code pixels}, which are sorted, that are found most often, the most frequent first. */
    private static int[] flat(int[] pixels) {
        List<ColorCount> counts = new ArrayList<>();
        int end;
        for (int from = 0; from < pixels.length; from = end) {
            end = from + 1;
            while (end < pixels.length && pixels[end] == pixels[from]) {
                end++;
            }
            if (end - from > pixels.length / FLAT_SHARE) {
                counts.add(new ColorCount(pixels[from], end - from));
            }
        }
        return counts.stream()
                .sorted(Comparator.comparingInt(ColorCount::count).reversed().thenComparing(ColorCount::rgb))
                .limit(MOST_FLAT)
                .mapToInt(ColorCount::rgb)
                .toArray();
    }

    private void write(OutputStream file) throws IOException {
        FrameDifference movement = new FrameDifference(animation);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(GifMetadata.stream(writer, palette));
            Rectangle whole = new Rectangle(width, first.length / width);
            writer.writeToSequence(frame(writer, whole, firstIndices, true), null);
            for (int i = 1; i < animation.frames(); i++) {
                FramePatch patch = movement.next(i);
                writer.writeToSequence(frame(writer, patch.bounds(), indices(patch), false), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private byte[] indices(FramePatch patch) {
        Rectangle at = patch.bounds();
        BitSet changed = patch.changed();
        byte[] indices = new byte[at.width * at.height];
        Arrays.fill(indices, (byte) palette.transparent());
        for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
            int x = at.x + i % at.width;
            int y = at.y + i / at.width;
            int now = picture.rgb(x, y);
            int whole = y * width + x;
            indices[i] = now == first[whole] ? firstIndices[whole] : (byte) palette.nearest(now);
        }
        return indices;
    }

    private IIOImage frame(ImageWriter writer, Rectangle at, byte[] indices, boolean begin) throws IOException {
        BufferedImage image = new BufferedImage(at.width, at.height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        image.getRaster().setDataElements(0, 0, at.width, at.height, indices);
        return new IIOImage(
                image, null, GifMetadata.frame(writer, image, at.getLocation(), animation.interval(), begin));
    }
}
