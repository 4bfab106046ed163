package io.eyegoogler.image;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * From a sample of 0 to 1 to light, of which 1 is white on a screen.
 *
 * @param light the function
 */
record TransferCurve(DoubleUnaryOperator light) {

    /** IEC 61966-2-1. */
    static final TransferCurve SRGB =
            new TransferCurve(v -> v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    /** ITU-R BT.709 and BT.2020. */
    private static final TransferCurve VIDEO =
            new TransferCurve(v -> v < 0.081 ? v / 4.5 : Math.pow((v + 0.099) / 1.099, 1 / 0.45));
    /** Nits of white, as ITU-R BT.2408 has it; brighter light becomes white. */
    private static final double WHITE = 203;

    private static final double MAX_PQ = 10_000;
    /** What BT.2408 has for white in HLG, of 1. */
    private static final double HLG_WHITE = 0.75;

    static TransferCurve ofExponent(double exponent) {
        return new TransferCurve(v -> Math.pow(v, exponent));
    }

    /** Of a number from ITU-T H.273, table 3; empty for those that aren't known here. */
    static Optional<TransferCurve> ofCodePoint(int number) {
        return Optional.ofNullable(
                switch (number) {
                    case 1, 6, 14, 15 -> VIDEO;
                    case 4 -> ofExponent(2.2);
                    case 5 -> ofExponent(2.8);
                    case 8 -> ofExponent(1);
                    case 13 -> SRGB;
                    case 16 -> new TransferCurve(v -> Math.min(1, pq(v) * MAX_PQ / WHITE));
                    case 18 -> new TransferCurve(v -> Math.min(1, hlg(v) / hlg(HLG_WHITE)));
                    default -> null;
                });
    }

    /** SMPTE ST 2084, of its brightest. */
    private static double pq(double sample) {
        double power = Math.pow(sample, 1 / 78.84375);
        return Math.pow(Math.max(0, power - 0.8359375) / (18.8515625 - 18.6875 * power), 1 / 0.1593017578125);
    }

    /** ITU-R BT.2100, of its brightest, without the part that depends on the screen. */
    private static double hlg(double sample) {
        return sample <= 0.5 ? sample * sample / 3 : (Math.exp((sample - 0.55991073) / 0.17883277) + 0.28466892) / 12;
    }
}
