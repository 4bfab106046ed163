package io.eyegoogler.image;

import java.util.Arrays;

/**
 * Shows more colours than a palette has: what a pixel's colour lacks is given to its neighbours (Floyd and Steinberg,
 * 1976), rows being gone through to and fro. Flat colours stay as they are.
 */
final class ErrorDiffusion {

    private static final int SAMPLES = 3;
    private static final int SIXTEENTHS = 16;
    private static final int MAX = 255;

    private ErrorDiffusion() {}

    /** For each of the pixels {@code rgbs}, row by row, the index of a colour. */
    static byte[] indices(int[] rgbs, int width, GifPalette palette) {
        byte[] indices = new byte[rgbs.length];
        int height = rgbs.length / width;
        // With a pixel more on each side, for what falls off.
        int[] here = new int[(width + 2) * SAMPLES];
        int[] below = new int[here.length];
        for (int y = 0; y < height; y++) {
            int way = y % 2 == 0 ? 1 : -1;
            for (int i = 0; i < width; i++) {
                int x = way > 0 ? i : width - 1 - i;
                int at = y * width + x;
                int index = palette.flat(rgbs[at]);
                if (index < 0) {
                    int wanted = wanted(rgbs[at], here, x + 1);
                    index = palette.nearest(wanted);
                    spread(wanted, palette.rgb(index), here, below, x + 1, way);
                }
                indices[at] = (byte) index;
            }
            int[] done = here;
            here = below;
            below = done;
            Arrays.fill(below, 0);
        }
        return indices;
    }

    /** The colour with what its neighbours lacked. */
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

    private static void spread(int wanted, int got, int[] here, int[] below, int column, int way) {
        for (int i = 0; i < SAMPLES; i++) {
            int shift = 16 - 8 * i;
            int error = (wanted >> shift & 0xff) - (got >> shift & 0xff);
            here[(column + way) * SAMPLES + i] += 7 * error;
            below[(column - way) * SAMPLES + i] += 3 * error;
            below[column * SAMPLES + i] += 5 * error;
            below[(column + way) * SAMPLES + i] += error;
        }
    }
}
