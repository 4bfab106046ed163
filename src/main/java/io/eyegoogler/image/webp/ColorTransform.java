package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/**
 * Decorrelates colors: subtracts multiples of green from red and blue, and of red from blue (RFC 9649, 3.5.2).
 *
 * @param bits log₂ of the side of a block
 * @param multipliers for each block: green to red in the lowest byte, then green to blue, then red to blue; in 32nds
 */
record ColorTransform(int width, int bits, int[] multipliers) implements Transform {

    @Override
    public int[] invert(int[] pixels, Cancellation cancellation) {
        int blocksPerRow = Transform.blocks(width, bits);
        int height = pixels.length / width;
        int mask = (1 << bits) - 1;
        for (int y = 0; y < height; y++) {
            cancellation.check();
            int block = (y >> bits) * blocksPerRow;
            int multiplier = 0;
            for (int x = 0, i = y * width; x < width; x++, i++) {
                if ((x & mask) == 0) {
                    multiplier = multipliers[block++];
                }
                int pixel = pixels[i];
                byte green = (byte) (pixel >> 8);
                int red = (pixel >> 16) + delta(multiplier, green);
                int blue = pixel + delta(multiplier >> 8, green) + delta(multiplier >> 16, red);
                pixels[i] = pixel & 0xff00_ff00 | (red & 0xff) << 16 | blue & 0xff;
            }
        }
        return pixels;
    }

    private static int delta(int multiplier, int color) {
        return (byte) multiplier * (byte) color >> 5;
    }
}
