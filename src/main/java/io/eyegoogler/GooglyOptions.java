package io.eyegoogler;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What googly eyes should be like, and the file to write. Immutable; begin with {@link #DEFAULT}:
 *
 * <pre>{@code
 * GooglyOptions options = GooglyOptions.DEFAULT
 *         .withStyle(EyeStyle.CARTOON)
 *         .withGaze(Gaze.LEFT)
 *         .withFormat(OutputFormat.JPEG);
 * }</pre>
 *
 * @param size a factor on the eyes' size, from {@value #MIN_SIZE} to {@value #MAX_SIZE}
 * @param gaze where the eyes look
 * @param style how the eyes look
 * @param seed of chance: the same photo, options and seed give the same bytes; empty to have a seed drawn
 * @param format of the file that is written
 * @param detection how much work goes into finding faces; empty for what {@link EyeGooglerConfig} says
 * @param eye a picture that is drawn instead of {@code style}, if any
 */
public record GooglyOptions(
        double size,
        Gaze gaze,
        EyeStyle style,
        OptionalLong seed,
        OutputFormat format,
        Optional<DetectionMode> detection,
        Optional<CustomEye> eye) {

    /** Classic eyes of the usual size that look anywhere, drawn with a fresh seed each time, as PNG. */
    public static final GooglyOptions DEFAULT = new GooglyOptions(
            1,
            Gaze.RANDOM,
            EyeStyle.CLASSIC,
            OptionalLong.empty(),
            OutputFormat.PNG,
            Optional.empty(),
            Optional.empty());

    /** The smallest {@link #size}. */
    public static final double MIN_SIZE = 0.25;

    /** The largest {@link #size}. */
    public static final double MAX_SIZE = 3;

    /**
     * Checks the options.
     *
     * @param size from {@value #MIN_SIZE} to {@value #MAX_SIZE}
     * @param gaze where the eyes look
     * @param style how the eyes look
     * @param seed of chance, if any
     * @param format of the file
     * @param detection how much work goes into finding faces, if it isn't the configuration's
     * @param eye a picture instead of {@code style}, if any
     * @throws InvalidOptionException if {@code size} is out of range
     * @throws NullPointerException if an option is null
     */
    public GooglyOptions {
        if (!(size >= MIN_SIZE && size <= MAX_SIZE)) {
            throw new InvalidOptionException(
                    "size", Double.toString(size), "a number from " + MIN_SIZE + " to " + MAX_SIZE);
        }
        Objects.requireNonNull(gaze, "gaze");
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(detection, "detection");
        Objects.requireNonNull(eye, "eye");
    }

    /**
     * {@return these options with {@code newSize}}
     *
     * @param newSize from {@value #MIN_SIZE} to {@value #MAX_SIZE}
     */
    public GooglyOptions withSize(double newSize) {
        return new GooglyOptions(newSize, gaze, style, seed, format, detection, eye);
    }

    /**
     * {@return these options with {@code newGaze}}
     *
     * @param newGaze where the eyes look
     */
    public GooglyOptions withGaze(Gaze newGaze) {
        return new GooglyOptions(size, newGaze, style, seed, format, detection, eye);
    }

    /**
     * {@return these options with {@code newStyle}, and without a picture instead}
     *
     * @param newStyle how the eyes look
     */
    public GooglyOptions withStyle(EyeStyle newStyle) {
        return new GooglyOptions(size, gaze, newStyle, seed, format, detection, Optional.empty());
    }

    /**
     * {@return these options with {@code newEye} for all eyes that have no style of their own}
     *
     * @param newEye what is drawn
     */
    public GooglyOptions withEye(CustomEye newEye) {
        return new GooglyOptions(
                size, gaze, style, seed, format, detection, Optional.of(Objects.requireNonNull(newEye, "eye")));
    }

    /**
     * {@return these options with {@code newSeed}}
     *
     * @param newSeed of chance
     */
    public GooglyOptions withSeed(long newSeed) {
        return new GooglyOptions(size, gaze, style, OptionalLong.of(newSeed), format, detection, eye);
    }

    /**
     * {@return these options with {@code newFormat}}
     *
     * @param newFormat of the file
     */
    public GooglyOptions withFormat(OutputFormat newFormat) {
        return new GooglyOptions(size, gaze, style, seed, newFormat, detection, eye);
    }

    /**
     * {@return these options with {@code newDetection}}
     *
     * @param newDetection how much work goes into finding faces
     */
    public GooglyOptions withDetection(DetectionMode newDetection) {
        return new GooglyOptions(
                size, gaze, style, seed, format, Optional.of(Objects.requireNonNull(newDetection, "detection")), eye);
    }
}
