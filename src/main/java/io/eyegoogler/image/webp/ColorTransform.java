package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/**
 * Red and blue are stored less shares of green, and blue less a share of red; each square of pixels has shares of its own.
 *
 * @param bits of a square's side
 * @param shares for each square: green in red in the lowest byte, then green in blue, then red in blue; in 32nds
 */
record ColorTransform(int width, int bits, int[] shares) implements Transform {

    @Override
    public int[] undo(int[] pixels, Cancellation cancellation) {
        int squaresInRow = Transform.squares(width, bits);
        int height = pixels.length / width;
        int mask = (1 << bits) - 1;
        for (int y = 0; y < height; y++) {
            cancellation.check();
            int square = (y >> bits) * squaresInRow;
            int share = 0;
            for (int x = 0, i = y * width; x < width; x++, i++) {
                if ((x & mask) == 0) {
                    share = shares[square++];
                }
                int pixel = pixels[i];
                byte green = (byte) (pixel >> 8);
                int red = (pixel >> 16) + part(share, green);
                int blue = pixel + part(share >> 8, green) + part(share >> 16, red);
                pixels[i] = pixel & 0xff00_ff00 | (red & 0xff) << 16 | blue & 0xff;
            }
        }
        return pixels;
    }

    private static int part(int share, int color) {
        return (byte) share * (byte) color >> 5;
    }
}
