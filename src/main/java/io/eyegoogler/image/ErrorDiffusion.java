package io.eyegoogler.image;

import java.util.Arrays;

/**
 * Dithers pictures to a palette by error diffusion (Floyd and Steinberg, 1976), in serpentine order. Flat colors stay
 * exact.
 */
final class ErrorDiffusion {

    private static final int SAMPLES = 3;
    private static final int SIXTEENTHS = 16;
    private static final int MAX = 255;

    private ErrorDiffusion() {}

    /** Returns the color index of each of the pixels {@code rgbs}, which are in row order. */
    static byte[] indices(int[] rgbs, int width, GifPalette palette) {
        byte[] indices = new byte[rgbs.length];
        int height = rgbs.length / width;
        // One more pixel on each side, for errors that fall off.
        int[] here = new int[(width + 2) * SAMPLES];
        int[] below = new int[here.length];
        for (int y = 0; y < height; y++) {
            int direction = y % 2 == 0 ? 1 : -1;
            for (int i = 0; i < width; i++) {
                int x = direction > 0 ? i : width - 1 - i;
                int at = y * width + x;
                int index = palette.flat(rgbs[at]);
                if (index < 0) {
                    int wanted = wanted(rgbs[at], here, x + 1);
                    index = palette.nearest(wanted);
                    spread(wanted, palette.rgb(index), here, below, x + 1, direction);
                }
                indices[at] = (byte) index;
            }
            int[] swap = here;
            here = below;
            below = swap;
            Arrays.fill(below, 0);
        }
        return indices;
    }

    /** Returns the color plus the errors of its neighbors. */
    private static int wanted(int rgb, int[] errors, int column) {
        int wanted = 0;
        for (int i = 0; i < SAMPLES; i++) {
            int shift = 16 - 8 * i;
            int error = Math.floorDiv(errors[column * SAMPLES + i] + SIXTEENTHS / 2, SIXTEENTHS);
            int sample = (rgb >> shift & 0xff) + error;
            wanted |= Math.max(0, Math.min(MAX, sample)) << shift;
        }
        return wanted;
    }

    private static void spread(int wanted, int got, int[] here, int[] below, int column, int direction) {
        for (int i = 0; i < SAMPLES; i++) {
            int shift = 16 - 8 * i;
            int error = (wanted >> shift & 0xff) - (got >> shift & 0xff);
            here[(column + direction) * SAMPLES + i] += 7 * error;
            below[(column - direction) * SAMPLES + i] += 3 * error;
            below[column * SAMPLES + i] += 5 * error;
            below[(column + direction) * SAMPLES + i] += error;
        }
    }
}
