package io.eyegoogler.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Writes pictures on which something moves as GIF: one palette for all frames, a dithered first frame, and for each
 * further frame the pixels that change.
 *
 * <p>Changed pixels aren't dithered, so that nothing flickers; a pixel that returns to its color in the first frame
 * gets the index that it has there.
 */
final class GifWriter {

    /** Longest side, px. Larger GIFs are slow to load, and make their 256 colors more visible. */
    static final int MAX_SIDE = 800;

    private final Animation animation;
    private final PixelBytes picture;
    private final int width;
    /** The first frame, row by row. */
    private final int[] first;

    private final byte[] firstIndices;
    private final GifPalette palette;

    private GifWriter(Animation animation) {
        BufferedImage image = animation.picture();
        this.animation = animation;
        this.picture = PixelBytes.of(image);
        this.width = image.getWidth();
        this.first = pixels(image.getHeight());
        this.palette = palette();
        this.firstIndices = ErrorDiffusion.indices(first, width, palette);
    }

    /**
     * Writes {@code animation}, which is opaque and has sides of at most {@link #MAX_SIDE} px. Does not close {@code
     * out}.
     */
    static void write(Animation animation, OutputStream out) throws IOException {
        new GifWriter(animation).write(out);
    }

    private int[] pixels(int height) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = picture.rgb(i % width, i / width);
        }
        return pixels;
    }

    private GifPalette palette() {
        int[] flat = FlatColors.of(moving().stream().map(i -> first[i]).sorted().toArray());
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

    private void write(OutputStream out) throws IOException {
        FrameDifference difference = new FrameDifference(animation);
        GifFile file = new GifFile(out);
        int height = first.length / width;
        file.begin(width, height, palette, animation.plays());
        GifDelays delays = new GifDelays(animation.delays());
        file.frame(new Rectangle(width, height), firstIndices, palette, false, delays.next(), GifFile.KEEP);
        for (int i = 1; i < animation.frames(); i++) {
            FramePatch patch = difference.next(i);
            file.frame(patch.bounds(), indices(patch), palette, false, delays.next(), GifFile.KEEP);
        }
        file.end();
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
}
