package io.eyegoogler;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How to set up an {@link EyeGoogler}. Immutable; begin with {@link #DEFAULT}:
 *
 * <pre>{@code
 * EyeGoogler googler = EyeGoogler.load(EyeGooglerConfig.DEFAULT.withDetection(DetectionMode.THOROUGH));
 * }</pre>
 *
 * @param maxPixels the largest photo that is accepted, px
 * @param maxFramesPixels how many pixels all frames of a photo that moves may have together, if the result moves too;
 *     each frame counts at least 300,000
 * @param heif whether HEIC and AVIF are read where libheif's converter is installed, which is then run for each of them
 * @param detection how much work goes into finding faces, unless the {@link GooglyOptions} say otherwise
 * @param modelDirectory SavedModels to use instead of those in the jar: a directory with one for each model's name
 */
public record EyeGooglerConfig(
        long maxPixels, long maxFramesPixels, boolean heif, DetectionMode detection, Optional<Path> modelDirectory) {

    /**
     * Photos of up to 50 megapixels, or 200 megapixels in all frames together, HEIC and AVIF where libheif's converter is
     * installed, balanced detection, and the models in the jar.
     */
    public static final EyeGooglerConfig DEFAULT =
            new EyeGooglerConfig(50_000_000, 200_000_000, true, DetectionMode.BALANCED, Optional.empty());

    /**
     * Checks the configuration.
     *
     * @param maxPixels at least 1
     * @param maxFramesPixels at least 1
     * @param heif whether HEIC and AVIF are read, if that is possible
     * @param detection how much work goes into finding faces
     * @param modelDirectory where the models are, if not in the jar
     * @throws IllegalArgumentException if {@code maxPixels} or {@code maxFramesPixels} is less than 1
     * @throws NullPointerException if a component is null
     */
    public EyeGooglerConfig {
        if (maxPixels < 1) {
            throw new IllegalArgumentException("The largest photo has at least 1 pixel, not " + maxPixels);
        }
        if (maxFramesPixels < 1) {
            throw new IllegalArgumentException("Frames have at least 1 pixel together, not " + maxFramesPixels);
        }
        Objects.requireNonNull(detection, "detection");
        Objects.requireNonNull(modelDirectory, "modelDirectory");
    }

    /**
     * {@return this configuration with {@code newMaxPixels}}
     *
     * @param newMaxPixels the largest photo that is accepted, px
     */
    public EyeGooglerConfig withMaxPixels(long newMaxPixels) {
        return new EyeGooglerConfig(newMaxPixels, maxFramesPixels, heif, detection, modelDirectory);
    }

    /**
     * {@return this configuration with {@code newMaxFramesPixels}}
     *
     * @param newMaxFramesPixels how many pixels all frames of a photo that moves may have together; each frame counts
     *     at least 300,000, since looking for faces takes time however small it is
     */
    public EyeGooglerConfig withMaxFramesPixels(long newMaxFramesPixels) {
        return new EyeGooglerConfig(maxPixels, newMaxFramesPixels, heif, detection, modelDirectory);
    }

    /**
     * {@return this configuration with {@code newHeif}}
     *
     * @param newHeif false so that no other program is ever run
     */
    public EyeGooglerConfig withHeif(boolean newHeif) {
        return new EyeGooglerConfig(maxPixels, maxFramesPixels, newHeif, detection, modelDirectory);
    }

    /**
     * {@return this configuration with {@code newDetection}}
     *
     * @param newDetection how much work goes into finding faces
     */
    public EyeGooglerConfig withDetection(DetectionMode newDetection) {
        return new EyeGooglerConfig(maxPixels, maxFramesPixels, heif, newDetection, modelDirectory);
    }

    /**
     * {@return this configuration with the models in {@code newModelDirectory}}
     *
     * @param newModelDirectory a directory with a SavedModel for each model's name
     */
    public EyeGooglerConfig withModelDirectory(Path newModelDirectory) {
        return new EyeGooglerConfig(
                maxPixels,
                maxFramesPixels,
                heif,
                detection,
                Optional.of(Objects.requireNonNull(newModelDirectory, "modelDirectory")));
    }
}
