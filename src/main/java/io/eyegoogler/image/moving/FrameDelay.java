package io.eyegoogler.image.moving;

/**
 * How long a frame is shown: a fraction of a second, as files have it, and as browsers show it.
 *
 * @param numerator of the seconds
 * @param denominator of the seconds, at least 1
 */
public record FrameDelay(int numerator, int denominator) {

    /** Browsers show a frame of at most this delay for {@link #SLOWED}, ms. */
    private static final int MAX_SLOWED = 10;

    private static final FrameDelay SLOWED = new FrameDelay(100, 1000);

    public FrameDelay {
        if (numerator < 0 || denominator < 1) {
            throw new IllegalArgumentException("Invalid delay: " + numerator + " / " + denominator);
        }
    }

    /** Returns the delay of so many milliseconds. */
    public static FrameDelay ofMillis(int milliseconds) {
        return new FrameDelay(milliseconds, 1000);
    }

    /**
     * Returns for how long browsers show a frame with the delay {@code numerator / denominator} seconds: 100 ms if that
     * is 10 ms or less (Chromium, DeferredImageDecoder::FrameDurationAtIndex; Firefox does the same).
     */
    static FrameDelay shown(int numerator, int denominator) {
        return 1000L * numerator <= (long) MAX_SLOWED * denominator ? SLOWED : new FrameDelay(numerator, denominator);
    }

    /** Returns the delay in seconds. */
    public double seconds() {
        return (double) numerator / denominator;
    }
}
