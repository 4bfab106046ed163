package io.eyegoogler.track;

import java.util.Arrays;

/**
 * Smooths a measured quantity: an alpha-beta filter, whose gain grows with the innovation, which is the distance of a
 * measurement from its prediction.
 *
 * <p>An innovation no larger than the noise is mostly noise, so the gain is small and a still head stays still; one
 * several times as large is motion, so the gain is 1 and a quick head has no lag.
 */
final class MotionFilter {

    /** Gain for an innovation that is all noise. */
    private static final double MIN_GAIN = 0.15;
    /** Innovation up to which it is all noise, and from which on it is all motion, in standard deviations of the noise. */
    private static final double NOISE = 1.5;

    private static final double MOTION = 4;

    /** Time constant of {@link #drift}, s. */
    private static final double DRIFT_TIME = 0.4;

    private final double[] value;
    /** Per s. */
    private final double[] velocity;
    /** Moving average of the velocity, per s; to coast by, since the last measurements of a face that vanishes are the worst. */
    private final double[] drift;

    /** Begins at {@code value}, at rest. */
    MotionFilter(double... value) {
        this.value = value.clone();
        this.velocity = new double[value.length];
        this.drift = new double[value.length];
    }

    /** Returns the value {@code seconds} after the last. */
    double[] predicted(double seconds) {
        double[] predicted = value.clone();
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] += seconds * velocity[i];
        }
        return predicted;
    }

    /** Moves on by {@code seconds} without a measurement, with the average velocity. */
    void coast(double seconds) {
        System.arraycopy(drift, 0, velocity, 0, velocity.length);
        System.arraycopy(predicted(seconds), 0, value, 0, value.length);
    }

    /** Stays where it is. */
    void rest() {
        Arrays.fill(velocity, 0);
        Arrays.fill(drift, 0);
    }

    /**
     * Takes a measurement into account.
     *
     * @param seconds since the last
     * @param noise standard deviation of each number
     */
    void update(double[] measured, double seconds, double noise) {
        double[] predicted = predicted(seconds);
        double squares = 0;
        for (int i = 0; i < value.length; i++) {
            squares += (measured[i] - predicted[i]) * (measured[i] - predicted[i]);
        }
        double innovation = Math.sqrt(squares / value.length) / noise;
        double motion = Math.max(0, Math.min(1, (innovation - NOISE) / (MOTION - NOISE)));
        double gain = MIN_GAIN + (1 - MIN_GAIN) * motion;
        // Benedict and Bordner: the least noise for this lag.
        double velocityGain = gain * gain / (2 - gain);
        for (int i = 0; i < value.length; i++) {
            double difference = measured[i] - predicted[i];
            value[i] = predicted[i] + gain * difference;
            velocity[i] += velocityGain * difference / seconds;
            drift[i] += (velocity[i] - drift[i]) * Math.min(1, seconds / DRIFT_TIME);
        }
    }
}
