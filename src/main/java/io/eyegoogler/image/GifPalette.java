package io.eyegoogler.image;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The colors of a GIF, and one index for transparency. Not safe for use by several threads at once. */
final class GifPalette {

    /** Most colors, not counting the transparent one. */
    static final int MAX_COLORS = 255;

    /**
     * The nearest color is found once for all colors that agree in so many bits of red, green and blue. Dithering makes
     * up for the error.
     */
    private static final int BITS = 5;

    private static final int DROPPED = Byte.SIZE - BITS;
    private static final int UNKNOWN = -1;

    /** In ascending order; the first colors of the palette. */
    private final int[] flat;

    private final int[] rgbs;
    private final int[] nearest = new int[1 << 3 * BITS];
    /** Whether one of {@link #flat} is among the colors with that key. */
    private final boolean[] hasFlat = new boolean[nearest.length];

    /**
     * Creates a palette of at most {@link #MAX_COLORS} colors.
     *
     * @param flat colors of flat areas, which are kept exactly
     * @param others colors that represent all the rest
     */
    GifPalette(int[] flat, int[] others) {
        this.flat = Arrays.stream(flat).sorted().toArray();
        this.rgbs = IntStream.concat(Arrays.stream(this.flat), Arrays.stream(others))
                .toArray();
        if (rgbs.length > MAX_COLORS) {
            throw new IllegalArgumentException("Too many colors: " + rgbs.length);
        }
        Arrays.fill(nearest, UNKNOWN);
        for (int rgb : flat) {
            hasFlat[key(rgb)] = true;
        }
    }

    int rgb(int index) {
        return rgbs[index];
    }

    /** Returns the index that means transparency. */
    int transparent() {
        return rgbs.length;
    }

    /** Returns the index of a flat color; negative if {@code rgb} isn't one. */
    int flat(int rgb) {
        return hasFlat[key(rgb)] ? Arrays.binarySearch(flat, rgb) : UNKNOWN;
    }

    private static int key(int rgb) {
        return (rgb >> 16 & 0xff) >> DROPPED << 2 * BITS
                | (rgb >> 8 & 0xff) >> DROPPED << BITS
                | (rgb & 0xff) >> DROPPED;
    }

    /** Returns the index of the color nearest to {@code rgb}. */
    int nearest(int rgb) {
        int exact = flat(rgb);
        if (exact >= 0) {
            return exact;
        }
        int key = key(rgb);
        if (nearest[key] == UNKNOWN) {
            nearest[key] = search(rgb);
        }
        return nearest[key];
    }

    private int search(int rgb) {
        int best = 0;
        int min = Integer.MAX_VALUE;
        for (int i = 0; i < rgbs.length; i++) {
            int red = (rgbs[i] >> 16 & 0xff) - (rgb >> 16 & 0xff);
            int green = (rgbs[i] >> 8 & 0xff) - (rgb >> 8 & 0xff);
            int blue = (rgbs[i] & 0xff) - (rgb & 0xff);
            // Roughly how sensitive the eye is to each.
            int distance = 3 * red * red + 4 * green * green + 2 * blue * blue;
            if (distance < min) {
                min = distance;
                best = i;
            }
        }
        return best;
    }

    /** Returns how many bits an index has, at least 1. */
    int bits() {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(transparent()));
    }
}
