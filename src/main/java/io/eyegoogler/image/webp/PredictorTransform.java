package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/**
 * Replaces pixels by their differences from predictions by neighbors; each block has its prediction mode (RFC 9649,
 * 3.5.1).
 *
 * @param bits log₂ of the side of a block
 * @param modes for each block, in the green channel
 */
record PredictorTransform(int width, int bits, int[] modes) implements Transform {

    private static final int BLACK = 0xff00_0000;

    @Override
    public int[] invert(int[] pixels, Cancellation cancellation) {
        pixels[0] = add(pixels[0], BLACK);
        for (int x = 1; x < width; x++) {
            pixels[x] = add(pixels[x], pixels[x - 1]);
        }
        int blocksPerRow = Transform.blocks(width, bits);
        int height = pixels.length / width;
        for (int y = 1; y < height; y++) {
            cancellation.check();
            int row = y * width;
            pixels[row] = add(pixels[row], pixels[row - width]);
            int block = (y >> bits) * blocksPerRow;
            for (int x = 1; x < width; ) {
                int end = Math.min(width, (x >> bits) + 1 << bits);
                invertRow(modes[block + (x >> bits)] >> 8 & 15, pixels, row + x, row + end);
                x = end;
            }
        }
        return pixels;
    }

    /** Inverts one row of a block. The pixel above and right of a row's last pixel is the row's first pixel. */
    private void invertRow(int mode, int[] p, int from, int to) {
        for (int i = from, above = from - width; i < to; i++, above++) {
            int left = p[i - 1];
            int predicted =
                    switch (mode) {
                        case 1 -> left;
                        case 2 -> p[above];
                        case 3 -> p[above + 1];
                        case 4 -> p[above - 1];
                        case 5 -> average(average(left, p[above + 1]), p[above]);
                        case 6 -> average(left, p[above - 1]);
                        case 7 -> average(left, p[above]);
                        case 8 -> average(p[above - 1], p[above]);
                        case 9 -> average(p[above], p[above + 1]);
                        case 10 -> average(average(left, p[above - 1]), average(p[above], p[above + 1]));
                        case 11 -> select(left, p[above], p[above - 1]);
                        case 12 -> clampAddSubtractFull(left, p[above], p[above - 1]);
                        case 13 -> clampAddSubtractHalf(average(left, p[above]), p[above - 1]);
                        default -> BLACK;
                    };
            p[i] = add(p[i], predicted);
        }
    }

    /** Adds pixels channel by channel, modulo 256. */
    static int add(int a, int b) {
        int alphaGreen = (a & 0xff00_ff00) + (b & 0xff00_ff00);
        int redBlue = (a & 0x00ff_00ff) + (b & 0x00ff_00ff);
        return alphaGreen & 0xff00_ff00 | redBlue & 0x00ff_00ff;
    }

    private static int average(int a, int b) {
        return (((a ^ b) & 0xfefe_fefe) >>> 1) + (a & b);
    }

    /** Returns the one that is nearer to left + above - corner. */
    private static int select(int left, int above, int corner) {
        int toLeft = 0;
        int toAbove = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            toLeft += Math.abs((above >>> shift & 0xff) - (corner >>> shift & 0xff));
            toAbove += Math.abs((left >>> shift & 0xff) - (corner >>> shift & 0xff));
        }
        return toLeft < toAbove ? left : above;
    }

    private static int clampAddSubtractFull(int left, int above, int corner) {
        int sum = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int value = (left >>> shift & 0xff) + (above >>> shift & 0xff) - (corner >>> shift & 0xff);
            sum |= clamp(value) << shift;
        }
        return sum;
    }

    private static int clampAddSubtractHalf(int average, int corner) {
        int sum = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int value = average >>> shift & 0xff;
            sum |= clamp(value + (value - (corner >>> shift & 0xff)) / 2) << shift;
        }
        return sum;
    }

    private static int clamp(int value) {
        return value < 0 ? 0 : Math.min(value, 255);
    }
}
