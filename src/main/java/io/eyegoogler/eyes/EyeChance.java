package io.eyegoogler.eyes;

import java.util.SplittableRandom;

/**
 * What chance decides about one eye.
 *
 * @param factor on the mean radius, from {@link EyePlacer#MIN_FACTOR} to {@link EyePlacer#MAX_FACTOR}
 * @param angle where a pupil lies that is free to lie anywhere, radians counter-clockwise from the right
 */
public record EyeChance(double factor, double angle) {

    /** Draws two numbers from {@code chance}. */
    public static EyeChance of(SplittableRandom chance) {
        double factor = EyePlacer.MIN_FACTOR + (EyePlacer.MAX_FACTOR - EyePlacer.MIN_FACTOR) * chance.nextDouble();
        return new EyeChance(factor, 2 * Math.PI * chance.nextDouble());
    }
}
