package io.eyegoogler.image;

import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The colours of a GIF, and one that is transparent. For one thread at a time. */
final class GifPalette {

    /** Colours beside the transparent one. */
    static final int MOST = 255;

    /**
     * The nearest colour is looked up once for all that agree in so many bits of red, green and blue; what that is off
     * dithering makes good.
     */
    private static final int BITS = 5;

    private static final int DROPPED = Byte.SIZE - BITS;
    private static final int UNKNOWN = -1;

    /** Ascending; the first of all. */
    private final int[] flat;

    private final int[] rgbs;
    private final int[] nearest = new int[1 << 3 * BITS];
    /** Whether one of {@link #flat} is among the colours that agree in those bits. */
    private final boolean[] hasFlat = new boolean[nearest.length];

    /**
     * Takes at most {@link #MOST} colours.
     *
     * @param flat those of flat parts, that are shown just so
     * @param others that stand for all the rest
     */
    GifPalette(int[] flat, int[] others) {
        this.flat = Arrays.stream(flat).sorted().toArray();
        this.rgbs = IntStream.concat(Arrays.stream(this.flat), Arrays.stream(others))
                .toArray();
        if (rgbs.length > MOST) {
            throw new IllegalArgumentException(rgbs.length + " colours");
        }
        Arrays.fill(nearest, UNKNOWN);
        for (int rgb : flat) {
            hasFlat[key(rgb)] = true;
        }
    }

    int rgb(int index) {
        return rgbs[index];
    }

    /** The index that stands for transparency. */
    int transparent() {
        return rgbs.length;
    }

    /** The index of a flat colour; negative if {@code rgb} is none. */
    int flat(int rgb) {
        return hasFlat[key(rgb)] ? Arrays.binarySearch(flat, rgb) : UNKNOWN;
    }

    private static int key(int rgb) {
        return (rgb >> 16 & 0xff) >> DROPPED << 2 * BITS
                | (rgb >> 8 & 0xff) >> DROPPED << BITS
                | (rgb & 0xff) >> DROPPED;
    }

    /** The index of the colour that is most like {@code rgb}. */
    int nearest(int rgb) {
        int same = flat(rgb);
        if (same >= 0) {
            return same;
        }
        int key = key(rgb);
        if (nearest[key] == UNKNOWN) {
            nearest[key] = search(rgb);
        }
        return nearest[key];
    }

    private int search(int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < rgbs.length; i++) {
            int red = (rgbs[i] >> 16 & 0xff) - (rgb >> 16 & 0xff);
            int green = (rgbs[i] >> 8 & 0xff) - (rgb >> 8 & 0xff);
            int blue = (rgbs[i] & 0xff) - (rgb & 0xff);
            // About how much the eye minds each.
            int distance = 3 * red * red + 4 * green * green + 2 * blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    IndexColorModel colourModel() {
        int[] all = Arrays.copyOf(rgbs, rgbs.length + 1);
        return new IndexColorModel(Byte.SIZE, all.length, all, 0, false, transparent(), DataBuffer.TYPE_BYTE);
    }
}
