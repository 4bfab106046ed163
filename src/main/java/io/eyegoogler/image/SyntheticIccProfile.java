package io.eyegoogler.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Colors told by numbers, as a profile, so that they are converted as a profile's are.
 *
 * @param primaries without effect on grey
 */
record SyntheticIccProfile(ColorPrimaries primaries, TransferCurve curve) {

    /** Steps of the curve, which is straight between them. */
    private static final int STEPS = 4096;

    /** An ICC profile for pictures of one color, grey, or three; empty if there is no such color space. */
    Optional<byte[]> icc(int colors) {
        return colors == 1 ? Optional.of(gray()) : rgb();
    }

    private byte[] gray() {
        ICC_Profile profile = copy(ColorSpace.CS_GRAY);
        profile.setData(ICC_Profile.icSigGrayTRCTag, curveTag());
        return profile.getData();
    }

    private Optional<byte[]> rgb() {
        double[][] colors = primaries.adapted();
        for (double[] color : colors) {
            for (double value : color) {
                // Numbers in profiles have 16 bits before the point.
                if (!(Math.abs(value) < Short.MAX_VALUE)) {
                    return Optional.empty();
                }
            }
        }
        ICC_Profile profile = copy(ColorSpace.CS_sRGB);
        profile.setData(ICC_Profile.icSigRedColorantTag, colorTag(colors[0]));
        profile.setData(ICC_Profile.icSigGreenColorantTag, colorTag(colors[1]));
        profile.setData(ICC_Profile.icSigBlueColorantTag, colorTag(colors[2]));
        byte[] curve = curveTag();
        profile.setData(ICC_Profile.icSigRedTRCTag, curve);
        profile.setData(ICC_Profile.icSigGreenTRCTag, curve);
        profile.setData(ICC_Profile.icSigBlueTRCTag, curve);
        return Optional.of(profile.getData());
    }

    private static ICC_Profile copy(int space) {
        return ICC_Profile.getInstance(ICC_Profile.getInstance(space).getData());
    }

    /** XYZType: three numbers of 16 bits before and behind the point. */
    private static byte[] colorTag(double[] color) {
        ByteBuffer tag = tag("XYZ ", 12);
        for (double value : color) {
            tag.putInt((int) Math.round(value * 65_536));
        }
        return tag.array();
    }

    /** curveType: numbers of 16 bits. */
    private byte[] curveTag() {
        ByteBuffer tag = tag("curv", 4 + 2 * STEPS).putInt(STEPS);
        for (int i = 0; i < STEPS; i++) {
            double light = curve.light().applyAsDouble(i / (STEPS - 1.0));
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
