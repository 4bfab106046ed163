package io.eyegoogler.image.reader;

/**
 * Maps high dynamic range light to 8-bit sRGB.
 *
 * <p>An image whose light doesn't exceed 1 was made for a screen: it only gets sRGB's transfer function, unless it has
 * it already. Brighter or very dark images are mapped by Reinhard's global operator, by which the log-average luminance
 * becomes {@link #KEY} and the brightest luminance white (Reinhard et al., Photographic Tone Reproduction for Digital
 * Images, 2002, equation 4).
 */
final class ToneMapping {

    /** Middle gray, of 1. */
    private static final double KEY = 0.18;
    /** The least maximum of an image that was made for a screen. */
    private static final double MIN_SCREEN = 0.25;
    /** The greatest maximum of an image that was made for a screen, with a margin for rounding. */
    private static final double MAX_SCREEN = 1.001;
    /** Keeps the logarithm of black finite. */
    private static final double LOG_OFFSET = 1e-6;

    private static final int STEPS = 1 << 16;
    /** sRGB samples by light in 1 / {@link #STEPS}. */
    private static final byte[] SRGB = new byte[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double light = (double) i / STEPS;
            // IEC 61966-2-1.
            double value = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            SRGB[i] = (byte) Math.round(255 * value);
        }
    }

    private final boolean srgbEncoded;
    private double logSum;
    private long pixels;
    private double max;
    private double exposure = 1;
    private boolean screen = true;
    /** The square of the exposed luminance that becomes white. */
    private double whiteSquared;

    /**
     * @param srgbEncoded whether values up to 1 are sRGB samples, as those of a PFM usually are, rather than linear
     *     light
     */
    ToneMapping(boolean srgbEncoded) {
        this.srgbEncoded = srgbEncoded;
    }

    /** Takes a pixel into account. All pixels must be measured before the first one is mapped. */
    void measure(float red, float green, float blue) {
        logSum += Math.log(LOG_OFFSET + luminance(red, green, blue));
        max = Math.max(max, Math.max(red, Math.max(green, blue)));
        pixels++;
    }

    /** Computes the mapping from the pixels that were measured. */
    void finishMeasuring() {
        screen = max == 0 || max <= MAX_SCREEN && (srgbEncoded || max >= MIN_SCREEN);
        exposure = KEY / Math.exp(logSum / pixels);
        whiteSquared = Math.pow(Math.max(1, max * exposure), 2);
    }

    /** Returns the factor by which a pixel's values are multiplied before they are passed to {@link #sample}. */
    double scale(float red, float green, float blue) {
        if (screen) {
            return 1;
        }
        double luminance = exposure * luminance(red, green, blue);
        return exposure * (1 + luminance / whiteSquared) / (1 + luminance);
    }

    /** Returns the 8-bit sRGB sample of a scaled value. */
    int sample(double value) {
        double clamped = Math.max(0, Math.min(1, value));
        return screen && srgbEncoded ? (int) Math.round(255 * clamped) : SRGB[(int) Math.round(STEPS * clamped)];
    }

    /** ITU-R BT.709. */
    private static double luminance(float red, float green, float blue) {
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }
}
