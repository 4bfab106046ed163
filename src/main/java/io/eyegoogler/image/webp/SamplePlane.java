package io.eyegoogler.image.webp;

import java.util.Arrays;

/**
 * A plane of Y, U or V samples of whole macroblocks, with a border above and on the left from which the first
 * macroblocks are predicted (RFC 6386, 12.2 and 12.3).
 */
final class SamplePlane {

    private static final byte ABOVE = 127;
    private static final byte LEFT = (byte) 129;
    /** Samples before and after each row: prediction also uses those above and right of the last macroblock. */
    private static final int BORDER = 16;

    final byte[] samples;
    final int stride;

    SamplePlane(int width, int height) {
        stride = width + 2 * BORDER;
        samples = new byte[Math.multiplyExact(stride, height + 1)];
        Arrays.fill(samples, 0, stride, ABOVE);
        for (int y = 0; y < height; y++) {
            samples[at(-1, y)] = LEFT;
        }
    }

    /** Returns the offset of a sample. */
    int at(int x, int y) {
        return (y + 1) * stride + BORDER + x;
    }
}
