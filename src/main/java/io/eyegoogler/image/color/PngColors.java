package io.eyegoogler.image.color;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The color space that a PNG declares in its chunks cICP, sRGB, gAMA and cHRM (PNG specification, third edition,
 * 11.3.2). The first of these takes precedence; an embedded profile, iCCP, ranks between cICP and sRGB.
 */
public final class PngColors {

    private static final int CICP = 0x63494350;
    private static final int SRGB = 0x73524742;
    private static final int GAMA = 0x67414d41;
    private static final int CHRM = 0x6348524d;
    /** What gAMA and cHRM store numbers in multiples of: 1 / 100,000. */
    private static final double SCALE = 100_000;
    /** Exponents near this one stand for sRGB's transfer function, as in libpng. */
    private static final double SRGB_GAMMA = 1 / 2.2;

    private static final double GAMMA_TOLERANCE = 0.05;
    private static final int MIN_GAMMA = 10_000;
    private static final int MAX_GAMMA = 1_000_000;

    private Optional<SyntheticIccProfile> codePoints = Optional.empty();
    private boolean srgb;
    private TransferFunction transfer;
    private ColorPrimaries primaries;

    /**
     * Reads a chunk of any type.
     *
     * @param type the four characters of the type, the first in the most significant byte
     * @throws IndexOutOfBoundsException if the chunk is too short
     */
    public void readChunk(int type, ByteBuffer data) {
        switch (type) {
            case CICP -> readCodePoints(data);
            case SRGB -> srgb = true;
            case GAMA -> readGamma(data.getInt(0));
            case CHRM -> readPrimaries(data);
            default -> {}
        }
    }

    /** Reads code points of primaries and transfer function; RGB of full range follow, anything else is ignored. */
    private void readCodePoints(ByteBuffer data) {
        if (data.get(2) == 0 && data.get(3) == 1) {
            codePoints = ColorPrimaries.ofCodePoint(data.get(0))
                    .flatMap(declared -> TransferFunction.ofCodePoint(data.get(1))
                            .map(function -> new SyntheticIccProfile(declared, function)));
        }
    }

    private void readGamma(int value) {
        double gamma = value / SCALE;
        if (value >= MIN_GAMMA && value <= MAX_GAMMA && Math.abs(gamma / SRGB_GAMMA - 1) > GAMMA_TOLERANCE) {
            transfer = TransferFunction.ofExponent(1 / gamma);
        }
    }

    /** Reads the chromaticities of white, red, green and blue. */
    private void readPrimaries(ByteBuffer data) {
        double[] xy = new double[8];
        for (int i = 0; i < xy.length; i++) {
            xy[i] = data.getInt(4 * i) / SCALE;
        }
        ColorPrimaries declared = new ColorPrimaries(xy[2], xy[3], xy[4], xy[5], xy[6], xy[7], xy[0], xy[1]);
        if (!declared.isNear(ColorPrimaries.SRGB)) {
            primaries = declared;
        }
    }

    /** Returns an ICC profile that takes precedence over an embedded one, for 1 or 3 color components. */
    public Optional<byte[]> overridingProfile(int components) {
        return codePoints.flatMap(profile -> profile.toIcc(components));
    }

    /** Returns an ICC profile to use if none is embedded, for 1 or 3 color components; empty for sRGB. */
    public Optional<byte[]> fallbackProfile(int components) {
        if (srgb || transfer == null && primaries == null) {
            return Optional.empty();
        }
        return new SyntheticIccProfile(
                        primaries == null ? ColorPrimaries.SRGB : primaries,
                        transfer == null ? TransferFunction.SRGB : transfer)
                .toIcc(components);
    }
}
