package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import java.awt.color.CMMException;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.util.Optional;

/**
 * An embedded colour profile that ImageIO's readers leave out of account: a PNG's, and a grey JPEG's.
 *
 * <p>Pixels of an RGB photo without one are sRGB, and so are those whose profile makes no visible difference: they are
 * left exactly as they are.
 */
final class EmbeddedProfile {

    /** Levels of each colour at which a profile is compared with sRGB. */
    private static final int[] LEVELS = {0, 64, 128, 192, 255};
    /** A difference that rounding can make, of 255. */
    private static final int ROUNDING = 2;

    private final ICC_ColorSpace space;

    private EmbeddedProfile(ICC_ColorSpace space) {
        this.space = space;
    }

    /** The profile in {@code bytes} if it is one for that many colours, and not sRGB; a broken one is none. */
    static Optional<EmbeddedProfile> of(byte[] bytes, int colours) {
        try {
            ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(bytes));
            if (space.getNumComponents() != colours || colours == 3 && isSrgb(space)) {
                return Optional.empty();
            }
            space.toRGB(new float[colours]);
            return Optional.of(new EmbeddedProfile(space));
        } catch (IllegalArgumentException | CMMException | IndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    private static boolean isSrgb(ICC_ColorSpace space) {
        for (int red : LEVELS) {
            for (int green : LEVELS) {
                for (int blue : LEVELS) {
                    float[] there = {red / 255f, green / 255f, blue / 255f};
                    float[] here = space.toRGB(there);
                    for (int i = 0; i < there.length; i++) {
                        if (Math.abs(there[i] - here[i]) * 255 > ROUNDING) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    /**
     * {@code image}, whose samples this profile explains, as sRGB of the canonical layout.
     *
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    BufferedImage toSrgb(BufferedImage image, Cancellation cancellation) {
        BufferedImage canonical = PixelLayout.blank(image);
        ComponentColorModel explained = new ComponentColorModel(
                space,
                image.getColorModel().hasAlpha(),
                false,
                image.getColorModel().getTransparency(),
                image.getRaster().getTransferType());
        SrgbConversion.convert(new BufferedImage(explained, image.getRaster(), false, null), canonical, cancellation);
        return canonical;
    }
}
