package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/**
 * Pixels are stored as numbers of a palette's colors, several in one where these are few.
 *
 * @param width px of the picture before
 * @param bits how many pixels are in one: 2^{@code bits}
 * @param palette ARGB
 */
record ColorIndexingTransform(int width, int bits, int[] palette) implements Transform {

    /** How many pixels are in one, as a power of 2, where there are so many colors. */
    static int bits(int colors) {
        return colors > 16 ? 0 : colors > 4 ? 1 : colors > 2 ? 2 : 3;
    }

    /** A palette whose colors are stored as differences; numbers beyond it are transparent black. */
    static ColorIndexingTransform of(int width, int[] differences) {
        int[] palette = new int[256];
        int color = 0;
        for (int i = 0; i < differences.length; i++) {
            color = PredictorTransform.add(color, differences[i]);
            palette[i] = color;
        }
        return new ColorIndexingTransform(width, bits(differences.length), palette);
    }

    @Override
    public int[] undo(int[] packed, Cancellation cancellation) {
        int packedWidth = Transform.squares(width, bits);
        int height = packed.length / packedWidth;
        int[] pixels = bits == 0 ? packed : new int[Math.multiplyExact(width, height)];
        int inOne = (1 << bits) - 1;
        int bitsOfOne = 8 >> bits;
        int mask = (1 << bitsOfOne) - 1;
        for (int y = 0; y < height; y++) {
            cancellation.check();
            int to = y * width;
            int from = y * packedWidth;
            for (int x = 0; x < width; x++) {
                int green = packed[from + (x >> bits)] >> 8 & 0xff;
                pixels[to + x] = palette[green >> (x & inOne) * bitsOfOne & mask];
            }
        }
        return pixels;
    }
}
