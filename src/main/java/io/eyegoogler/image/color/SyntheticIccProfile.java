package io.eyegoogler.image.color;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A color space given by its primaries and transfer function, which is converted like an embedded ICC profile.
 *
 * @param primaries without effect on grayscale
 */
record SyntheticIccProfile(ColorPrimaries primaries, TransferFunction transfer) {

    /** Points of the transfer curve, which is linear between them. */
    private static final int CURVE_POINTS = 4096;

    /** Returns an ICC profile for 1 or 3 color components; empty if the primaries don't span a color space. */
    Optional<byte[]> toIcc(int components) {
        return components == 1 ? Optional.of(gray()) : rgb();
    }

    private byte[] gray() {
        ICC_Profile profile = copyOf(ColorSpace.CS_GRAY);
        profile.setData(ICC_Profile.icSigGrayTRCTag, curveTag());
        return profile.getData();
    }

    private Optional<byte[]> rgb() {
        double[][] colorants = primaries.toD50();
        for (double[] colorant : colorants) {
            for (double value : colorant) {
                // s15Fixed16Number has 16 bits before the point; the comparison is also false for NaN.
                if (!(Math.abs(value) < Short.MAX_VALUE)) {
                    return Optional.empty();
                }
            }
        }
        ICC_Profile profile = copyOf(ColorSpace.CS_sRGB);
        profile.setData(ICC_Profile.icSigRedColorantTag, colorantTag(colorants[0]));
        profile.setData(ICC_Profile.icSigGreenColorantTag, colorantTag(colorants[1]));
        profile.setData(ICC_Profile.icSigBlueColorantTag, colorantTag(colorants[2]));
        byte[] curve = curveTag();
        profile.setData(ICC_Profile.icSigRedTRCTag, curve);
        profile.setData(ICC_Profile.icSigGreenTRCTag, curve);
        profile.setData(ICC_Profile.icSigBlueTRCTag, curve);
        return Optional.of(profile.getData());
    }

    private static ICC_Profile copyOf(int space) {
        return ICC_Profile.getInstance(ICC_Profile.getInstance(space).getData());
    }

    /** Returns an XYZType tag: three s15Fixed16Numbers. */
    private static byte[] colorantTag(double[] xyz) {
        ByteBuffer tag = tag("XYZ ", 12);
        for (double value : xyz) {
            tag.putInt((int) Math.round(value * 65_536));
        }
        return tag.array();
    }

    /** Returns a curveType tag: 16-bit numbers. */
    private byte[] curveTag() {
        ByteBuffer tag = tag("curv", 4 + 2 * CURVE_POINTS).putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            double light = transfer.toLinear().applyAsDouble(i / (CURVE_POINTS - 1.0));
            tag.putShort((short) Math.round(65_535 * Math.max(0, Math.min(1, light))));
        }
        return tag.array();
    }

    private static ByteBuffer tag(String type, int length) {
        return ByteBuffer.allocate(8 + length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(0);
    }
}
