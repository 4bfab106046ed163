package io.eyegoogler.image.color;

import java.awt.color.CMMException;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.util.Optional;

/**
 * An embedded ICC profile that ImageIO's readers ignore, such as that of a PNG or of a grayscale JPEG.
 *
 * <p>Profiles that make no visible difference to sRGB are ignored, so that pixels stay exactly as they are stored.
 */
public final class EmbeddedProfile {

    /** Levels of each color component at which a profile is compared with sRGB. */
    private static final int[] LEVELS = {0, 64, 128, 192, 255};
    /** The largest difference that is due to rounding, of 255. */
    private static final int MAX_ROUNDING = 2;

    private final ICC_ColorSpace space;

    private EmbeddedProfile(ICC_ColorSpace space) {
        this.space = space;
    }

    /** Returns the profile in {@code bytes} if it is valid, has that many color components, and isn't sRGB. */
    public static Optional<EmbeddedProfile> of(byte[] bytes, int components) {
        try {
            ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(bytes));
            if (space.getNumComponents() != components || components == 3 && isSrgb(space)) {
                return Optional.empty();
            }
            space.toRGB(new float[components]);
            return Optional.of(new EmbeddedProfile(space));
        } catch (IllegalArgumentException | CMMException | IndexOutOfBoundsException invalid) {
            return Optional.empty();
        }
    }

    private static boolean isSrgb(ICC_ColorSpace space) {
        for (int red : LEVELS) {
            for (int green : LEVELS) {
                for (int blue : LEVELS) {
                    float[] rgb = {red / 255f, green / 255f, blue / 255f};
                    float[] srgb = space.toRGB(rgb);
                    for (int i = 0; i < rgb.length; i++) {
                        if (Math.abs(rgb[i] - srgb[i]) * 255 > MAX_ROUNDING) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    /** Returns an image that shares the samples of {@code image} and interprets them by this profile. */
    public BufferedImage applyTo(BufferedImage image) {
        ComponentColorModel model = new ComponentColorModel(
                space,
                image.getColorModel().hasAlpha(),
                false,
                image.getColorModel().getTransparency(),
                image.getRaster().getTransferType());
        return new BufferedImage(model, image.getRaster(), false, null);
    }
}
