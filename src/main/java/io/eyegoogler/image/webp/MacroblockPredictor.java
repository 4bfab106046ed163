package io.eyegoogler.image.webp;

import java.util.Arrays;

/** Predicts a macroblock from the samples above it and on its left (RFC 6386, 12.2 and 12.3). */
final class MacroblockPredictor {

    // Prediction modes as numbered in RFC 6386, 8.1 and 11.2; only the first four apply to whole macroblocks.
    static final int DC = 0;
    static final int TRUE_MOTION = 1;
    static final int VERTICAL = 2;
    static final int HORIZONTAL = 3;
    static final int LEFT_DOWN = 4;
    static final int RIGHT_DOWN = 5;
    static final int VERTICAL_RIGHT = 6;
    static final int VERTICAL_LEFT = 7;
    static final int HORIZONTAL_DOWN = 8;
    static final int HORIZONTAL_UP = 9;
    static final int SUBBLOCK_MODES = 10;
    /** The mode of luma in which each subblock has its own mode (B_PRED). */
    static final int SUBBLOCKS = 10;

    private static final int DEFAULT_DC = 128;

    private MacroblockPredictor() {}

    /**
     * Predicts one plane of a macroblock.
     *
     * @param side samples per row: 16, or 8 for chroma
     * @param column of the macroblock; the first ignores the samples on its left for DC prediction
     * @param row of the macroblock; the first ignores the samples above it for DC prediction
     */
    static void predict(int mode, SamplePlane plane, int side, int column, int row) {
        byte[] samples = plane.samples;
        int stride = plane.stride;
        int at = plane.at(side * column, side * row);
        switch (mode) {
            case DC -> dc(samples, at, stride, side, column > 0, row > 0);
            case VERTICAL -> {
                for (int y = 0; y < side; y++) {
                    System.arraycopy(samples, at - stride, samples, at + y * stride, side);
                }
            }
            case HORIZONTAL -> {
                for (int y = 0; y < side; y++) {
                    int start = at + y * stride;
                    Arrays.fill(samples, start, start + side, samples[start - 1]);
                }
            }
            default -> trueMotion(samples, at, stride, side);
        }
    }

    /** Predicts a square as the average of the samples above it and on its left, as far as these are available. */
    static void dc(byte[] samples, int at, int stride, int side, boolean left, boolean above) {
        int sum = 0;
        int count = 0;
        if (above) {
            for (int x = 0; x < side; x++) {
                sum += samples[at - stride + x] & 0xff;
            }
            count += side;
        }
        if (left) {
            for (int y = 0; y < side; y++) {
                sum += samples[at + y * stride - 1] & 0xff;
            }
            count += side;
        }
        byte average = (byte) (count == 0 ? DEFAULT_DC : (sum + count / 2) / count);
        for (int y = 0; y < side; y++) {
            Arrays.fill(samples, at + y * stride, at + y * stride + side, average);
        }
    }

    /** Predicts a square from the gradients above it and on its left. */
    static void trueMotion(byte[] samples, int at, int stride, int side) {
        int corner = samples[at - stride - 1] & 0xff;
        for (int y = 0; y < side; y++) {
            int start = at + y * stride;
            int difference = (samples[start - 1] & 0xff) - corner;
            for (int x = 0; x < side; x++) {
                samples[start + x] = InverseTransform.clamp((samples[at - stride + x] & 0xff) + difference);
            }
        }
    }
}
