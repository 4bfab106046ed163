package io.eyegoogler.cli;

import io.eyegoogler.DetectionMode;
import io.eyegoogler.EyeGooglerConfig;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that {@code serve} and {@code googly} have in common. */
final class DetectorOptions {

    @Option(
            names = "--max-pixels",
            paramLabel = "PIXELS",
            defaultValue = "50MP",
            converter = Converters.Pixels.class,
            description = "Maximum size of a photo (EYEGOOGLER_MAX_PIXELS, default 50MP).")
    private long maxPixels;

    @Option(
            names = "--max-frames-pixels",
            paramLabel = "PIXELS",
            defaultValue = "200MP",
            converter = Converters.Pixels.class,
            description = "Maximum size of all frames of a moving photo together, where the result moves too"
                    + " (EYEGOOGLER_MAX_FRAMES_PIXELS, default 200MP).")
    private long maxFramesPixels;

    @Option(
            names = "--heif",
            paramLabel = "MODE",
            defaultValue = "auto",
            converter = Converters.Heif.class,
            description = "auto: read HEIC and AVIF where libheif's converter is installed; off"
                    + " (EYEGOOGLER_HEIF, default auto).")
    private HeifMode heif;

    @Option(
            names = "--detection",
            paramLabel = "MODE",
            defaultValue = "balanced",
            converter = Converters.Mode.class,
            description = "How thoroughly to look for faces: fast, balanced or thorough"
                    + " (EYEGOOGLER_DETECTION, default balanced).")
    private DetectionMode detection;

    @Option(
            names = "--model-dir",
            paramLabel = "DIR",
            description = "Directory of SavedModels to use instead of those in the jar (EYEGOOGLER_MODEL_DIR).")
    private Path modelDirectory;

    EyeGooglerConfig config() {
        return new EyeGooglerConfig(
                maxPixels, maxFramesPixels, heif == HeifMode.auto, detection, Optional.ofNullable(modelDirectory));
    }
}
