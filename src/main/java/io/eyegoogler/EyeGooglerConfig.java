package io.eyegoogler;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to set up {@link EyeGoogler}.
 *
 * @param maxPixels the largest photo that is taken, px
 * @param detection how much work goes into finding faces
 * @param modelDirectory SavedModels to use instead of those in the jar: a directory with one for each model's name
 */
public record EyeGooglerConfig(long maxPixels, DetectionMode detection, Optional<Path> modelDirectory) {

    /** Photos of up to 50 megapixels, balanced detection, and the models in the jar. */
    public static final EyeGooglerConfig DEFAULT =
            new EyeGooglerConfig(50_000_000, DetectionMode.BALANCED, Optional.empty());

    public EyeGooglerConfig {
        if (maxPixels < 1) {
            throw new IllegalArgumentException("The largest photo has at least 1 pixel, not " + maxPixels);
        }
    }
}
