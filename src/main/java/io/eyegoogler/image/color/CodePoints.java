package io.eyegoogler.image.color;

import java.util.Optional;
import java.util.Set;

/** The colors of a still image that declares them by code points of ITU-T H.273, as HEIC and AVIF do. */
public final class CodePoints {

    /**
     * BT.709, BT.601 and BT.2020. Encoders that come from video declare them for photos that are sRGB; browsers read
     * them as sRGB, and so does this.
     */
    private static final Set<Integer> VIDEO_TRANSFERS = Set.of(1, 6, 14, 15);

    private CodePoints() {}

    /**
     * Returns an ICC profile for RGB of these colors; empty for sRGB. What is not known here, or unspecified, counts as
     * sRGB's.
     *
     * @param primaries a value of table 2
     * @param transfer a value of table 3
     */
    public static Optional<byte[]> toIcc(int primaries, int transfer) {
        ColorPrimaries declared = ColorPrimaries.ofCodePoint(primaries).orElse(ColorPrimaries.SRGB);
        TransferFunction function = Optional.of(transfer)
                .filter(code -> !VIDEO_TRANSFERS.contains(code))
                .flatMap(TransferFunction::ofCodePoint)
                .orElse(TransferFunction.SRGB);
        boolean srgb = declared.equals(ColorPrimaries.SRGB) && function.equals(TransferFunction.SRGB);
        return srgb ? Optional.empty() : new SyntheticIccProfile(declared, function).toIcc(3);
    }
}
