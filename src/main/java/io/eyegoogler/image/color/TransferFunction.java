package io.eyegoogler.image.color;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A transfer function: from a sample, 0 to 1, to linear light, of which 1 is a screen's white.
 *
 * @param toLinear the function
 */
record TransferFunction(DoubleUnaryOperator toLinear) {

    /** IEC 61966-2-1. */
    static final TransferFunction SRGB =
            new TransferFunction(v -> v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    /** ITU-R BT.709 and BT.2020. */
    private static final TransferFunction BT709 =
            new TransferFunction(v -> v < 0.081 ? v / 4.5 : Math.pow((v + 0.099) / 1.099, 1 / 0.45));
    /** The luminance of reference white by ITU-R BT.2408, cd/m²; brighter light is clipped to white. */
    private static final double REFERENCE_WHITE = 203;
    /** The peak luminance of PQ, cd/m². */
    private static final double PQ_PEAK = 10_000;
    /** The HLG signal of reference white by ITU-R BT.2408, of 1. */
    private static final double HLG_WHITE = 0.75;

    static TransferFunction ofExponent(double exponent) {
        return new TransferFunction(v -> Math.pow(v, exponent));
    }

    /**
     * Returns the transfer characteristics with this code point of ITU-T H.273, table 3; empty for those not known
     * here.
     */
    static Optional<TransferFunction> ofCodePoint(int codePoint) {
        return Optional.ofNullable(
                switch (codePoint) {
                    case 1, 6, 14, 15 -> BT709;
                    case 4 -> ofExponent(2.2);
                    case 5 -> ofExponent(2.8);
                    case 8 -> ofExponent(1);
                    case 13 -> SRGB;
                    case 16 -> new TransferFunction(v -> Math.min(1, pq(v) * PQ_PEAK / REFERENCE_WHITE));
                    case 18 -> new TransferFunction(v -> Math.min(1, hlg(v) / hlg(HLG_WHITE)));
                    default -> null;
                });
    }

    /** Returns the light of a PQ signal relative to its peak (SMPTE ST 2084). */
    private static double pq(double signal) {
        double power = Math.pow(signal, 1 / 78.84375);
        return Math.pow(Math.max(0, power - 0.8359375) / (18.8515625 - 18.6875 * power), 1 / 0.1593017578125);
    }

    /**
     * Returns the scene light of an HLG signal relative to its peak, without the display's system gamma (ITU-R
     * BT.2100).
     */
    private static double hlg(double signal) {
        return signal <= 0.5 ? signal * signal / 3 : (Math.exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12;
    }
}
