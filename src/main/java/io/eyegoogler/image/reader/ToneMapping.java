package io.eyegoogler.image.reader;

/**
 * Makes a photo of measured light.
 *
 * <p>Light up to 1 is a picture that was made for a screen: nothing is done to it but sRGB's transfer curve, if it hasn't
 * got one yet. Brighter, or very dark, light is mapped by Reinhard's global operator (Reinhard and others, Photographic
 * Tone Reproduction for Digital Images, 2002, equation 4): its mean becomes {@link #KEY}, its brightest white.
 */
final class ToneMapping {

    /** Middle grey, of 1. */
    private static final double KEY = 0.18;
    /** The brightest light of a picture made for a screen. */
    private static final double MIN_SCREEN = 0.25;

    private static final double MAX_SCREEN = 1.001;
    /** So that black has a logarithm. */
    private static final double DARKNESS = 1e-6;

    private static final int STEPS = 1 << 16;
    private static final byte[] SRGB = new byte[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double light = (double) i / STEPS;
            // IEC 61966-2-1.
            double value = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            SRGB[i] = (byte) Math.round(255 * value);
        }
    }

    /** Whether light up to 1 has the transfer curve already. */
    private final boolean coded;

    private double logarithms;
    private long pixels;
    private double brightest;
    private double exposure = 1;
    private boolean screen = true;
    /** Of the brightest light, squared. */
    private double white;

    /** @param coded whether light up to 1 has got the transfer curve, as numbers in a PFM usually have */
    ToneMapping(boolean coded) {
        this.coded = coded;
    }

    /** Takes a pixel into account, before the first is mapped. */
    void measure(float red, float green, float blue) {
        double luminance = luminance(red, green, blue);
        logarithms += Math.log(DARKNESS + luminance);
        brightest = Math.max(brightest, Math.max(red, Math.max(green, blue)));
        pixels++;
    }

    /** All pixels were measured. */
    void finish() {
        screen = brightest == 0 || brightest <= MAX_SCREEN && (coded || brightest >= MIN_SCREEN);
        exposure = KEY / Math.exp(logarithms / pixels);
        white = Math.pow(Math.max(1, brightest * exposure), 2);
    }

    /** The factor for a pixel's light. */
    double factor(float red, float green, float blue) {
        if (screen) {
            return 1;
        }
        double luminance = exposure * luminance(red, green, blue);
        return exposure * (1 + luminance / white) / (1 + luminance);
    }

    /** The 8-bit sample of sRGB for light that was multiplied with the factor. */
    int sample(double light) {
        double clamped = Math.max(0, Math.min(1, light));
        return screen && coded ? (int) Math.round(255 * clamped) : SRGB[(int) Math.round(STEPS * clamped)];
    }

    /** ITU-R BT.709. */
    private static double luminance(float red, float green, float blue) {
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }
}
