package io.eyegoogler.image.jpeg;

import java.util.Arrays;
import javax.imageio.plugins.jpeg.JPEGQTable;

/** How coarse each frequency is kept, and the division by that (T.81, A.3.4), with the transform's scale taken away. */
final class Quantizer {
    /**
     * Bits behind a reciprocal's point. No coefficient, its scale taken away, has more than 10 bits, sign apart, so
     * product and rounding fit an int whatever the step.
     */
    private static final int SHIFT = 20;

    /** Row by row. */
    private final int[] steps;
    /** For each place in {@link BlockLanes}. */
    private final int[] reciprocals = new int[BlockLanes.LENGTH];

    private Quantizer(JPEGQTable table) {
        steps = table.getScaledInstance(JpegEncoder.STEPS, true).getTable();
        for (int v = 0; v < BlockLanes.SIDE; v++) {
            for (int u = 0; u < BlockLanes.SIDE; u++) {
                double scale = ForwardDct.scale(u) * ForwardDct.scale(v) * (1 << RgbToYcbcr.FRACTION_BITS);
                int reciprocal = (int) Math.round((1 << SHIFT) / (scale * step(u, v)));
                int at = ForwardDct.place(u, v) * BlockLanes.LANES;
                Arrays.fill(reciprocals, at, at + BlockLanes.LANES, reciprocal);
            }
        }
    }

    static Quantizer luma() {
        return new Quantizer(JPEGQTable.K1Luminance);
    }

    static Quantizer chroma() {
        return new Quantizer(JPEGQTable.K2Chrominance);
    }

    int step(int u, int v) {
        return steps[v * BlockLanes.SIDE + u];
    }

    /** Divides all coefficients and rounds them to the nearest whole number. */
    void apply(int[] coefficients) {
        int[] reciprocals = this.reciprocals;
        for (int i = 0; i < BlockLanes.LENGTH; i++) {
            coefficients[i] = coefficients[i] * reciprocals[i] + (1 << SHIFT - 1) >> SHIFT;
        }
    }
}
