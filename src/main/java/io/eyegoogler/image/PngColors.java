package io.eyegoogler.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a PNG says of its colors without a profile: the chunks cICP, sRGB, gAMA and cHRM (PNG specification, third
 * edition, 11.3.2). The first of these that is there counts, and so does a profile before sRGB.
 */
final class PngColors {

    private static final int CICP = 0x63494350;
    private static final int SRGB = 0x73524742;
    private static final int GAMA = 0x67414d41;
    private static final int CHRM = 0x6348524d;
    /** The unit of gAMA and cHRM. */
    private static final double UNIT = 100_000;
    /** Exponents so near to sRGB's stand for its curve, as in libpng. */
    private static final double SRGB_GAMMA = 1 / 2.2;

    private static final double GAMMA_TOLERANCE = 0.05;
    private static final int MIN_GAMMA = 10_000;
    private static final int MAX_GAMMA = 1_000_000;

    private Optional<SyntheticIccProfile> coded = Optional.empty();
    private boolean srgb;
    private TransferCurve curve;
    private ColorPrimaries primaries;

    /** Looks at a chunk of any kind. */
    void read(int type, ByteBuffer chunk) {
        switch (type) {
            case CICP -> readCodePoints(chunk);
            case SRGB -> srgb = true;
            case GAMA -> readGamma(chunk.getInt(0));
            case CHRM -> readPrimaries(chunk);
            default -> {}
        }
    }

    /** Four bytes: primaries, transfer curve, no matrix, and full range; others are left out of account. */
    private void readCodePoints(ByteBuffer chunk) {
        if (chunk.get(2) == 0 && chunk.get(3) == 1) {
            coded = ColorPrimaries.ofCodePoint(chunk.get(0)).flatMap(where -> TransferCurve.ofCodePoint(chunk.get(1))
                    .map(how -> new SyntheticIccProfile(where, how)));
        }
    }

    private void readGamma(int value) {
        double gamma = value / UNIT;
        if (value >= MIN_GAMMA && value <= MAX_GAMMA && Math.abs(gamma / SRGB_GAMMA - 1) > GAMMA_TOLERANCE) {
            curve = TransferCurve.ofExponent(1 / gamma);
        }
    }

    /** White, red, green, blue. */
    private void readPrimaries(ByteBuffer chunk) {
        double[] xy = new double[8];
        for (int i = 0; i < xy.length; i++) {
            xy[i] = chunk.getInt(4 * i) / UNIT;
        }
        ColorPrimaries read = new ColorPrimaries(xy[2], xy[3], xy[4], xy[5], xy[6], xy[7], xy[0], xy[1]);
        if (!read.isNear(ColorPrimaries.SRGB)) {
            primaries = read;
        }
    }

    /** What goes before a profile. */
    Optional<SyntheticIccProfile> beforeProfile() {
        return coded;
    }

    /** What counts without a profile; empty for sRGB. */
    Optional<SyntheticIccProfile> withoutProfile() {
        if (srgb || curve == null && primaries == null) {
            return Optional.empty();
        }
        return Optional.of(new SyntheticIccProfile(
                primaries == null ? ColorPrimaries.SRGB : primaries, curve == null ? TransferCurve.SRGB : curve));
    }
}
