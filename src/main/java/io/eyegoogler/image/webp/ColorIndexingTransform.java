package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/**
 * Replaces pixels by indices into a color table, and packs small indices into one pixel (RFC 9649, 3.5.4).
 *
 * @param width px of the image whose pixels aren't packed
 * @param bits log₂ of the count of indices per pixel
 * @param palette ARGB
 */
record ColorIndexingTransform(int width, int bits, int[] palette) implements Transform {

    /** Returns log₂ of the count of indices per pixel for that many colors. */
    static int bits(int colors) {
        return colors > 16 ? 0 : colors > 4 ? 1 : colors > 2 ? 2 : 3;
    }

    /** Creates a transform whose colors are stored as differences. Indices beyond them are transparent black. */
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
    public int[] invert(int[] packed, Cancellation cancellation) {
        int packedWidth = Transform.blocks(width, bits);
        int height = packed.length / packedWidth;
        int[] pixels = bits == 0 ? packed : new int[Math.multiplyExact(width, height)];
        int indexMask = (1 << bits) - 1;
        int indexBits = 8 >> bits;
        int mask = (1 << indexBits) - 1;
        for (int y = 0; y < height; y++) {
            cancellation.check();
            int to = y * width;
            int from = y * packedWidth;
            for (int x = 0; x < width; x++) {
                int green = packed[from + (x >> bits)] >> 8 & 0xff;
                pixels[to + x] = palette[green >> (x & indexMask) * indexBits & mask];
            }
        }
        return pixels;
    }
}
