package io.eyegoogler.image;

import java.awt.Rectangle;
import java.util.Arrays;

/**
 * Chooses the palette of each frame of a GIF that moves. Frames of few colors, as drawings and other GIFs have, get
 * their own colors exactly. The colors of photos are dithered; their palette stays the same as long as it fits, so that
 * nothing flickers.
 */
final class MovingGifPalette {

    /** A frame of more colors is a photo. */
    private static final int MAX_FEW = 1024;
    /** Colors that are exact in a frame of few colors, if there are more than a palette has. */
    private static final int MAX_EXACT = 223;
    /** Pixels by which a palette is compared with a frame. */
    private static final int SAMPLES = 4096;
    /** A palette fits frames that it represents nearly as well as the one that it was made for. */
    private static final double MAX_GROWTH = 1.5;
    /** Squared error that makes no visible difference: 4 levels of each sample. */
    private static final double NEGLIGIBLE = 3 * 4 * 4;

    private static final int RGB = 0xffffff;

    /** The palette of frames that have none of their own; null before the first frame. */
    private GifPalette global;

    private GifPalette palette;
    private boolean dithered;
    /** The palette of the last photo, and its mean squared error when it was made. */
    private GifPalette photo;

    private double photoError;

    GifPalette palette() {
        return palette;
    }

    /** Returns whether the palette is that of one frame. */
    boolean isLocal() {
        return palette != global;
    }

    /** Returns whether the colors of {@code pixels}, of which 0 is transparent, are so few that they can be exact. */
    boolean isExact(int[] pixels) {
        return new ColorCounts(pixels, MAX_FEW).isComplete();
    }

    /** Chooses a palette for {@code pixels}, of which 0 is transparent. */
    void fit(int[] pixels) {
        ColorCounts counts = new ColorCounts(pixels, MAX_FEW);
        dithered = !counts.isComplete();
        palette = dithered ? forPhoto(pixels) : forFew(counts);
        global = global == null ? palette : global;
    }

    private GifPalette forFew(ColorCounts counts) {
        int[] colors = counts.mostFrequent();
        if (global != null && Arrays.stream(colors).allMatch(rgb -> global.flat(rgb) >= 0)) {
            return global;
        }
        if (colors.length <= GifPalette.MAX_COLORS) {
            return new GifPalette(colors, new int[0]);
        }
        int[] others = Arrays.copyOfRange(colors, MAX_EXACT, colors.length);
        return new GifPalette(
                Arrays.copyOf(colors, MAX_EXACT), MedianCut.colors(others, GifPalette.MAX_COLORS - MAX_EXACT));
    }

    private GifPalette forPhoto(int[] pixels) {
        int[] opaque = Arrays.stream(pixels)
                .filter(pixel -> pixel != 0)
                .map(pixel -> pixel & RGB)
                .toArray();
        if (photo == null || error(opaque, photo) > MAX_GROWTH * photoError + NEGLIGIBLE) {
            int[] flat = FlatColors.of(Arrays.stream(opaque).sorted().toArray());
            photo = new GifPalette(flat, MedianCut.colors(opaque, GifPalette.MAX_COLORS - flat.length));
            photoError = error(opaque, photo);
        }
        return photo;
    }

    /** Returns the mean squared distance of some of the colors from the nearest in {@code palette}. */
    private static double error(int[] rgbs, GifPalette palette) {
        int step = Math.max(1, rgbs.length / SAMPLES);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < rgbs.length; i += step) {
            int nearest = palette.rgb(palette.nearest(rgbs[i]));
            for (int shift = 0; shift <= 16; shift += Byte.SIZE) {
                int difference = (nearest >> shift & 0xff) - (rgbs[i] >> shift & 0xff);
                sum += difference * difference;
            }
            count++;
        }
        return sum / count;
    }

    /** Returns the color index of each pixel. */
    byte[] indices(int[] pixels, Rectangle bounds) {
        byte[] indices = new byte[pixels.length];
        for (int y = 0, i = 0; y < bounds.height; y++) {
            for (int x = 0; x < bounds.width; x++, i++) {
                indices[i] = (byte)
                        (pixels[i] == 0 ? palette.transparent() : index(pixels[i] & RGB, bounds.x + x, bounds.y + y));
            }
        }
        return indices;
    }

    private int index(int rgb, int x, int y) {
        int exact = palette.flat(rgb);
        return exact >= 0 ? exact : palette.nearest(dithered ? OrderedDither.apply(rgb, x, y) : rgb);
    }
}
