package io.eyegoogler.image.webp;

/** VP8's inverse transforms, from coefficients to differences of samples (RFC 6386, 14.3 to 14.5). */
final class InverseTransform {

    /** √2 cos(π/8) - 1, in 1/65536. */
    private static final int COSINE = 20_091;
    /** √2 sin(π/8), in 1/65536. */
    private static final int SINE = 35_468;

    private InverseTransform() {}

    /** Computes the DC coefficients of 16 blocks from Y2, by the inverse Walsh-Hadamard transform. */
    static void invertY2(short[] y2, short[] blocks) {
        int[] columns = new int[16];
        for (int i = 0; i < 4; i++) {
            int a = y2[i] + y2[12 + i];
            int b = y2[4 + i] + y2[8 + i];
            int c = y2[4 + i] - y2[8 + i];
            int d = y2[i] - y2[12 + i];
            columns[i] = a + b;
            columns[4 + i] = d + c;
            columns[8 + i] = a - b;
            columns[12 + i] = d - c;
        }
        for (int i = 0; i < 4; i++) {
            int first = columns[4 * i] + 3;
            int a = first + columns[4 * i + 3];
            int b = columns[4 * i + 1] + columns[4 * i + 2];
            int c = columns[4 * i + 1] - columns[4 * i + 2];
            int d = first - columns[4 * i + 3];
            int at = 4 * i * CoefficientReader.BLOCK;
            blocks[at] = (short) (a + b >> 3);
            blocks[at + CoefficientReader.BLOCK] = (short) (d + c >> 3);
            blocks[at + 2 * CoefficientReader.BLOCK] = (short) (a - b >> 3);
            blocks[at + 3 * CoefficientReader.BLOCK] = (short) (d - c >> 3);
        }
    }

    /** Adds the inverse DCT of a block that has only a DC coefficient to 4 × 4 samples at {@code to}. */
    static void addDc(int coefficient, byte[] samples, int to, int stride) {
        int difference = coefficient + 4 >> 3;
        for (int y = 0, at = to; y < 4; y++, at += stride) {
            for (int x = 0; x < 4; x++) {
                samples[at + x] = clamp((samples[at + x] & 0xff) + difference);
            }
        }
    }

    /** Adds the inverse DCT of the block at {@code from} to 4 × 4 samples at {@code to}. */
    static void addDct(short[] coefficients, int from, int[] work, byte[] samples, int to, int stride) {
        for (int i = 0; i < 4; i++) {
            int first = coefficients[from + i];
            int second = coefficients[from + 4 + i];
            int third = coefficients[from + 8 + i];
            int fourth = coefficients[from + 12 + i];
            int a = first + third;
            int b = first - third;
            int c = sine(second) - cosine(fourth);
            int d = cosine(second) + sine(fourth);
            work[4 * i] = a + d;
            work[4 * i + 1] = b + c;
            work[4 * i + 2] = b - c;
            work[4 * i + 3] = a - d;
        }
        for (int i = 0, at = to; i < 4; i++, at += stride) {
            int first = work[i] + 4;
            int a = first + work[8 + i];
            int b = first - work[8 + i];
            int c = sine(work[4 + i]) - cosine(work[12 + i]);
            int d = cosine(work[4 + i]) + sine(work[12 + i]);
            samples[at] = clamp((samples[at] & 0xff) + (a + d >> 3));
            samples[at + 1] = clamp((samples[at + 1] & 0xff) + (b + c >> 3));
            samples[at + 2] = clamp((samples[at + 2] & 0xff) + (b - c >> 3));
            samples[at + 3] = clamp((samples[at + 3] & 0xff) + (a - d >> 3));
        }
    }

    private static int cosine(int value) {
        return (value * COSINE >> 16) + value;
    }

    private static int sine(int value) {
        return value * SINE >> 16;
    }

    /** Returns the value clamped to 0 to 255. */
    static byte clamp(int value) {
        return (byte) (value < 0 ? 0 : Math.min(value, 255));
    }
}
