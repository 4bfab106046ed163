package io.eyegoogler.cli;

import io.eyegoogler.DetectionMode;
import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.options.OptionParser;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The settings that hold for the server and for work on files alike. */
final class DetectorOptions {

    @Option(
            names = "--max-pixels",
            paramLabel = "PIXELS",
            defaultValue = "50MP",
            converter = PixelsConverter.class,
            description = "Largest photo (EYEGOOGLER_MAX_PIXELS, 50MP).")
    private long maxPixels;

    @Option(
            names = "--detection",
            paramLabel = "MODE",
            defaultValue = "balanced",
            converter = DetectionModeConverter.class,
            description = "How hard to look for faces: fast, balanced or thorough (EYEGOOGLER_DETECTION, balanced).")
    private DetectionMode detection;

    @Option(
            names = "--model-dir",
            paramLabel = "DIR",
            description = "A directory of SavedModels to use instead of those in the jar (EYEGOOGLER_MODEL_DIR).")
    private Path modelDirectory;

    EyeGooglerConfig settings() {
        return new EyeGooglerConfig(maxPixels, detection, Optional.ofNullable(modelDirectory));
    }

    /** For {@code 50MP}. */
    static final class PixelsConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return UnitParser.pixels(text);
        }
    }

    /** For {@code balanced}. */
    static final class DetectionModeConverter implements ITypeConverter<DetectionMode> {
        @Override
        public DetectionMode convert(String text) {
            return OptionParser.detection(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is not one of " + String.join(", ", OptionParser.detections())));
        }
    }
}
