package io.eyegoogler.cli;

import io.eyegoogler.Settings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The settings that hold for the server and for work on files alike. */
final class SharedSettings {

    @Option(
            names = "--max-pixels",
            paramLabel = "PIXELS",
            defaultValue = "${env:EYEGOOGLER_MAX_PIXELS:-50MP}",
            converter = PixelsConverter.class,
            description = "Largest photo (EYEGOOGLER_MAX_PIXELS, 50MP).")
    private long maxPixels;

    @Option(
            names = "--model-dir",
            paramLabel = "DIR",
            defaultValue = "${env:EYEGOOGLER_MODEL_DIR}",
            description = "A directory of SavedModels to use instead of those in the jar (EYEGOOGLER_MODEL_DIR).")
    private Path modelDirectory;

    Settings settings() {
        return new Settings(maxPixels, Optional.ofNullable(modelDirectory));
    }

    /** For {@code 50MP}. */
    static final class PixelsConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Units.pixels(text);
        }
    }
}
