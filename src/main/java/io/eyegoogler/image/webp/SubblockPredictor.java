package io.eyegoogler.image.webp;

/** Predicts a subblock of 4 × 4 samples (RFC 6386, 12.3). */
final class SubblockPredictor {

    private static final int SIDE = 4;
    /** The entries of {@link #edge}. */
    private static final int EDGE = 16;
    /** Added to an index of {@link #averages} for an average of two samples rather than three. */
    private static final int TWO = EDGE;

    /**
     * The index in {@link #averages} of each predicted sample, row by row, for the modes from {@link
     * MacroblockPredictor#VERTICAL} on in the order of their numbers.
     */
    private static final int[][] PREDICTIONS = {
        {6, 7, 8, 9, 6, 7, 8, 9, 6, 7, 8, 9, 6, 7, 8, 9},
        {4, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1},
        {7, 8, 9, 10, 8, 9, 10, 11, 9, 10, 11, 12, 10, 11, 12, 13},
        {5, 6, 7, 8, 4, 5, 6, 7, 3, 4, 5, 6, 2, 3, 4, 5},
        {TWO + 6, TWO + 7, TWO + 8, TWO + 9, 5, 6, 7, 8, 4, TWO + 6, TWO + 7, TWO + 8, 3, 5, 6, 7},
        {TWO + 7, TWO + 8, TWO + 9, TWO + 10, 7, 8, 9, 10, TWO + 8, TWO + 9, TWO + 10, 11, 8, 9, 10, 12},
        {TWO + 5, 5, 6, 7, TWO + 4, 4, TWO + 5, 5, TWO + 3, 3, TWO + 4, 4, TWO + 2, 2, TWO + 3, 3},
        {TWO + 4, 3, TWO + 3, 2, TWO + 3, 2, TWO + 2, 1, TWO + 2, 1, 0, 0, 0, 0, 0, 0},
    };

    /**
     * The samples around the subblock, which the RFC calls E: the lowest on the left three times, the others on the
     * left upwards, the corner, those above from left to right, and the last of these again.
     */
    private final int[] edge = new int[EDGE];
    /** The weighted averages of each three, and the averages of each two, adjacent samples of the edge. */
    private final byte[] averages = new byte[2 * EDGE];

    /**
     * Predicts the subblock at {@code at}.
     *
     * @param right the offset of the four samples above and right of it; a negative one stands for four copies of the
     *     sample at its bitwise complement
     */
    void predict(int mode, byte[] samples, int at, int stride, int right) {
        switch (mode) {
            case MacroblockPredictor.DC -> MacroblockPredictor.dc(samples, at, stride, SIDE, true, true);
            case MacroblockPredictor.TRUE_MOTION -> MacroblockPredictor.trueMotion(samples, at, stride, SIDE);
            default -> {
                computeAverages(samples, at, stride, right);
                int[] prediction = PREDICTIONS[mode - MacroblockPredictor.VERTICAL];
                for (int i = 0; i < prediction.length; i++) {
                    samples[at + (i >> 2) * stride + (i & 3)] = averages[prediction[i]];
                }
            }
        }
    }

    private void computeAverages(byte[] samples, int at, int stride, int right) {
        for (int i = 0; i < SIDE; i++) {
            edge[2 + i] = samples[at + (3 - i) * stride - 1] & 0xff;
            edge[7 + i] = samples[at - stride + i] & 0xff;
            edge[11 + i] = samples[right < 0 ? ~right : right + i] & 0xff;
        }
        edge[0] = edge[2];
        edge[1] = edge[2];
        edge[6] = samples[at - stride - 1] & 0xff;
        edge[15] = edge[14];
        int first = edge[0];
        int second = edge[1];
        for (int i = 0; i < EDGE - 2; i++) {
            int third = edge[i + 2];
            averages[i] = (byte) (first + 2 * second + third + 2 >> 2);
            averages[TWO + i] = (byte) (first + second + 1 >> 1);
            first = second;
            second = third;
        }
    }
}
