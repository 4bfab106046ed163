package io.eyegoogler.image.jpeg;

import java.util.Arrays;
import javax.imageio.plugins.jpeg.JPEGQTable;

/** Divides coefficients by their quantization steps (T.81, A.3.4) and by the transform's scale. */
final class Quantizer {
    /**
     * Fraction bits of a reciprocal. No coefficient, without its scale, has more than 10 bits and a sign, so product
     * and rounding fit an int whatever the step.
     */
    private static final int SHIFT = 20;

    /** Row by row. */
    private final int[] steps;
    /** In the order of {@link BlockLanes}. */
    private final int[] reciprocals = new int[BlockLanes.LENGTH];

    Quantizer(JPEGQTable table) {
        steps = table.getScaledInstance(JpegEncoder.STEP_SCALE, true).getTable();
        for (int v = 0; v < BlockLanes.SIDE; v++) {
            for (int u = 0; u < BlockLanes.SIDE; u++) {
                double scale = ForwardDct.scale(u) * ForwardDct.scale(v) * (1 << RgbToYcbcr.FRACTION_BITS);
                int reciprocal = (int) Math.round((1 << SHIFT) / (scale * step(u, v)));
                int start = ForwardDct.position(u, v) * BlockLanes.LANES;
                Arrays.fill(reciprocals, start, start + BlockLanes.LANES, reciprocal);
            }
        }
    }

    int step(int u, int v) {
        return steps[v * BlockLanes.SIDE + u];
    }

    /** Divides all coefficients and rounds to the nearest integer. */
    void quantize(int[] coefficients) {
        int[] reciprocals = this.reciprocals;
        for (int i = 0; i < BlockLanes.LENGTH; i++) {
            coefficients[i] = coefficients[i] * reciprocals[i] + (1 << SHIFT - 1) >> SHIFT;
        }
    }
}
