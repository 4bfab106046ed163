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
 * Writes animations as GIF: one palette for all frames, a dithered first frame, and for each further frame the pixels
 * that change.
 *
 * <p>Changed pixels aren't dithered, so that nothing flickers; a pixel that returns to its color in the first frame
 * gets the index that it has there.
 */
final class GifWriter {

    /** Longest side, px. Larger GIFs are slow to load, and make their 256 colors more visible. */
    static final int MAX_SIDE = 800;

    /**
     * Most colors that the palette has exactly: the most frequent ones where the picture moves, those of flat areas.
     */
    private static final int MAX_FLAT = 16;
    /** A flat color has more than one in so many of the moving pixels. */
    private static final int FLAT_DIVISOR = 200;

    private final Animation animation;
    private final PixelBytes picture;
    private final int width;
    /** The first frame, row by row. */
    private final int[] first;

    private final byte[] firstIndices;
    private final GifPalette palette;
    private final IndexColorModel colors;

    private GifWriter(Animation animation) {
        BufferedImage image = animation.picture();
        this.animation = animation;
        this.picture = PixelBytes.of(image);
        this.width = image.getWidth();
        this.first = pixels(image.getHeight());
        this.palette = palette();
        this.firstIndices = ErrorDiffusion.indices(first, width, palette);
        this.colors = palette.colorModel();
    }

    /**
     * Writes {@code animation}, which is opaque and has sides of at most {@link #MAX_SIDE} px. Does not close {@code
     * file}.
     */
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
        int[] others = MedianCut.colors(first, GifPalette.MAX_COLORS - flat.length);
        return new GifPalette(flat, others);
    }

    /** Returns the pixels of all moving regions, counted row by row. */
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

    /** Returns the most frequent of {@code pixels}, which are sorted, the most frequent first. */
    private static int[] flat(int[] pixels) {
        List<ColorCount> counts = new ArrayList<>();
        int end;
        for (int from = 0; from < pixels.length; from = end) {
            end = from + 1;
            while (end < pixels.length && pixels[end] == pixels[from]) {
                end++;
            }
            if (end - from > pixels.length / FLAT_DIVISOR) {
                counts.add(new ColorCount(pixels[from], end - from));
            }
        }
        return counts.stream()
                .sorted(Comparator.comparingInt(ColorCount::count).reversed().thenComparing(ColorCount::rgb))
                .limit(MAX_FLAT)
                .mapToInt(ColorCount::rgb)
                .toArray();
    }

    private void write(OutputStream file) throws IOException {
        FrameDifference difference = new FrameDifference(animation);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(GifMetadata.stream(writer, palette));
            Rectangle all = new Rectangle(width, first.length / width);
            writer.writeToSequence(frame(writer, all, firstIndices, true), null);
            for (int i = 1; i < animation.frames(); i++) {
                FramePatch patch = difference.next(i);
                writer.writeToSequence(frame(writer, patch.bounds(), indices(patch), false), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private byte[] indices(FramePatch patch) {
        Rectangle bounds = patch.bounds();
        BitSet changed = patch.changed();
        byte[] indices = new byte[bounds.width * bounds.height];
        Arrays.fill(indices, (byte) palette.transparent());
        for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
            int x = bounds.x + i % bounds.width;
            int y = bounds.y + i / bounds.width;
            int now = picture.rgb(x, y);
            int whole = y * width + x;
            indices[i] = now == first[whole] ? firstIndices[whole] : (byte) palette.nearest(now);
        }
        return indices;
    }

    private IIOImage frame(ImageWriter writer, Rectangle bounds, byte[] indices, boolean loop) throws IOException {
        BufferedImage image = new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_BYTE_INDEXED, colors);
        image.getRaster().setDataElements(0, 0, bounds.width, bounds.height, indices);
        return new IIOImage(
                image, null, GifMetadata.frame(writer, image, bounds.getLocation(), animation.interval(), loop));
    }
}
