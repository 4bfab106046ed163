package io.eyegoogler.testing;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DeflaterOutputStream;

/** ICC profiles, and PNGs that have one. */
public final class ColorProfiles {

    private ColorProfiles() {}

    public static byte[] srgb() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    /** Returns sRGB with the primaries of Display P3, adapted to D50 (ICC's v4 profile of that name). */
    public static byte[] displayP3() {
        ICC_Profile profile = ICC_Profile.getInstance(srgb());
        profile.setData(ICC_Profile.icSigRedColorantTag, xyz(0.51512, 0.24120, -0.00105));
        profile.setData(ICC_Profile.icSigGreenColorantTag, xyz(0.29198, 0.69225, 0.04189));
        profile.setData(ICC_Profile.icSigBlueColorantTag, xyz(0.15710, 0.06657, 0.78407));
        return profile.getData();
    }

    /** Returns a tag of XYZType: signature, four zeros, three s15Fixed16Numbers. */
    private static byte[] xyz(double x, double y, double z) {
        ByteBuffer tag = ByteBuffer.allocate(20).put(FileParts.ascii("XYZ ")).putInt(0);
        for (double value : new double[] {x, y, z}) {
            tag.putInt((int) Math.round(value * 65_536));
        }
        return tag.array();
    }

    public static byte[] pngWith(byte[] profile, BufferedImage image) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(new byte[] {'x', 0, 0});
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(data)) {
            deflate.write(profile);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return FileParts.inPng(Photos.encode(image, "png"), FileParts.pngChunk("iCCP", data.toByteArray()));
    }
}
