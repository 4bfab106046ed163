package io.eyegoogler.image.jpeg;

import java.util.Arrays;
import javax.imageio.plugins.jpeg.JPEGQTable;

/** How coarse each frequency is kept, and the division by that (T.81, A.3.4), with the transform's scale taken away. */
final class Quantization {
    /**
     * Bits behind a reciprocal's point. No coefficient, its scale taken away, has more than 10 bits, sign apart, so
     * product and rounding fit an int whatever the step.
     */
    private static final int SHIFT = 20;

    /** Row by row. */
    private final int[] steps;
    /** For each place in {@link Planes}. */
    private final int[] reciprocals = new int[Planes.LENGTH];

    private Quantization(JPEGQTable table) {
        steps = table.getScaledInstance(JpegEncoder.STEPS, true).getTable();
        for (int v = 0; v < Planes.SIDE; v++) {
            for (int u = 0; u < Planes.SIDE; u++) {
                double scale = ForwardDct.scale(u) * ForwardDct.scale(v) * (1 << Colour.FRACTION_BITS);
                int reciprocal = (int) Math.round((1 << SHIFT) / (scale * step(u, v)));
                int at = ForwardDct.place(u, v) * Planes.LANES;
                Arrays.fill(reciprocals, at, at + Planes.LANES, reciprocal);
            }
        }
    }

    static Quantization luma() {
        return new Quantization(JPEGQTable.K1Luminance);
    }

    static Quantization chroma() {
        return new Quantization(JPEGQTable.K2Chrominance);
    }

    int step(int u, int v) {
        return steps[v * Planes.SIDE + u];
    }

    /** Divides all coefficients and rounds them to the nearest whole number. */
    void apply(int[] coefficients) {
        int[] reciprocals = this.reciprocals;
        for (int i = 0; i < Planes.LENGTH; i++) {
            coefficients[i] = coefficients[i] * reciprocals[i] + (1 << SHIFT - 1) >> SHIFT;
        }
    }
}
