package io.eyegoogler.image.webp;

/**
 * Predicts a subblock of 4 × 4 samples (RFC 6386, 12.3).
 *
 * <p>Those it is predicted from are numbered around its corner: {@code e[0]} to {@code e[3]} on the left from bottom to
 * top, {@code e[4]} the corner, {@code e[5]} to {@code e[12]} above from left to right.
 */
final class SubblockPrediction {

    private final int[] e = new int[13];

    /**
     * Fills the subblock at {@code at}.
     *
     * @param right where the four samples above and right of it are; a negative one stands for four times the sample at
     *     its complement
     */
    void predict(int mode, byte[] samples, int at, int stride, int right) {
        if (mode == MacroblockPredictor.TRUE_MOTION) {
            MacroblockPredictor.trueMotion(samples, at, stride, 4);
            return;
        }
        for (int i = 0; i < 4; i++) {
            e[i] = samples[at + (3 - i) * stride - 1] & 0xff;
            e[5 + i] = samples[at - stride + i] & 0xff;
            e[9 + i] = samples[right < 0 ? ~right : right + i] & 0xff;
        }
        e[4] = samples[at - stride - 1] & 0xff;
        switch (mode) {
            case MacroblockPredictor.DC -> mean(samples, at, stride);
            case MacroblockPredictor.VERTICAL -> {
                for (int x = 0; x < 4; x++) {
                    column(samples, at + x, stride, smooth(4 + x));
                }
            }
            case MacroblockPredictor.HORIZONTAL -> {
                for (int y = 0; y < 3; y++) {
                    row(samples, at + y * stride, smooth(2 - y));
                }
                row(samples, at + 3 * stride, weigh(e[1], e[0], e[0]));
            }
            case MacroblockPredictor.LEFT_DOWN -> leftDown(samples, at, stride);
            case MacroblockPredictor.RIGHT_DOWN -> {
                for (int y = 0; y < 4; y++) {
                    for (int x = 0; x < 4; x++) {
                        samples[at + y * stride + x] = smooth(3 - y + x);
                    }
                }
            }
            case MacroblockPredictor.VERTICAL_RIGHT -> verticalRight(samples, at, stride);
            case MacroblockPredictor.VERTICAL_LEFT -> verticalLeft(samples, at, stride);
            case MacroblockPredictor.HORIZONTAL_DOWN -> horizontalDown(samples, at, stride);
            default -> horizontalUp(samples, at, stride);
        }
    }

    private void mean(byte[] samples, int at, int stride) {
        int sum = 4;
        for (int i = 0; i < 4; i++) {
            sum += e[i] + e[5 + i];
        }
        for (int y = 0; y < 4; y++) {
            row(samples, at + y * stride, (byte) (sum >> 3));
        }
    }

    private void leftDown(byte[] samples, int at, int stride) {
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                int i = x + y;
                samples[at + y * stride + x] = i == 6 ? weigh(e[11], e[12], e[12]) : smooth(5 + i);
            }
        }
    }

    private void verticalRight(byte[] samples, int at, int stride) {
        int second = at + stride;
        int third = at + 2 * stride;
        int fourth = at + 3 * stride;
        for (int x = 0; x < 4; x++) {
            samples[at + x] = middle(4 + x);
            samples[second + x] = smooth(3 + x);
        }
        samples[third] = smooth(2);
        samples[fourth] = smooth(1);
        for (int x = 1; x < 4; x++) {
            samples[third + x] = samples[at + x - 1];
            samples[fourth + x] = samples[second + x - 1];
        }
    }

    private void verticalLeft(byte[] samples, int at, int stride) {
        int second = at + stride;
        int third = at + 2 * stride;
        int fourth = at + 3 * stride;
        for (int x = 0; x < 4; x++) {
            samples[at + x] = middle(5 + x);
            samples[second + x] = smooth(5 + x);
        }
        for (int x = 0; x < 3; x++) {
            samples[third + x] = samples[at + x + 1];
            samples[fourth + x] = samples[second + x + 1];
        }
        samples[third + 3] = smooth(9);
        samples[fourth + 3] = smooth(10);
    }

    private void horizontalDown(byte[] samples, int at, int stride) {
        for (int y = 3; y >= 0; y--) {
            int start = at + y * stride;
            samples[start] = middle(3 - y);
            samples[start + 1] = smooth(3 - y);
        }
        samples[at + 2] = smooth(4);
        samples[at + 3] = smooth(5);
        for (int y = 1; y < 4; y++) {
            int start = at + y * stride;
            samples[start + 2] = samples[start - stride];
            samples[start + 3] = samples[start - stride + 1];
        }
    }

    private void horizontalUp(byte[] samples, int at, int stride) {
        byte last = (byte) e[0];
        byte[] steps = {
            middle(2), smooth(1), middle(1), smooth(0), middle(0), weigh(e[1], e[0], e[0]), last, last, last, last
        };
        for (int y = 0; y < 4; y++) {
            System.arraycopy(steps, 2 * y, samples, at + y * stride, 4);
        }
    }

    /** The mean of the samples {@code i} and {@code i} + 1. */
    private byte middle(int i) {
        return (byte) (e[i] + e[i + 1] + 1 >> 1);
    }

    /** The mean of the samples {@code i} to {@code i} + 2, the middle one counted twice. */
    private byte smooth(int i) {
        return weigh(e[i], e[i + 1], e[i + 2]);
    }

    private static byte weigh(int before, int middle, int behind) {
        return (byte) (before + 2 * middle + behind + 2 >> 2);
    }

    private static void row(byte[] samples, int at, byte value) {
        for (int x = 0; x < 4; x++) {
            samples[at + x] = value;
        }
    }

    private static void column(byte[] samples, int at, int stride, byte value) {
        for (int y = 0; y < 4; y++) {
            samples[at + y * stride] = value;
        }
    }
}
