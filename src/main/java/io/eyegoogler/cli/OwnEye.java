package io.eyegoogler.cli;

import io.eyegoogler.Cancellation;
import io.eyegoogler.CustomEye;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.image.PictureReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The options {@code --eye} and {@code --pupil}. */
final class OwnEye {

    private OwnEye() {}

    /**
     * Reads the pictures.
     *
     * @param eye null if it isn't given, as are {@code pupil} and {@code style}
     * @throws IllegalArgumentException if the options contradict each other, or a file can't be read or is too large
     * @throws io.eyegoogler.PhotoRejectedException if a file isn't such a PNG
     */
    static Optional<CustomEye> read(Path eye, Path pupil, String style) {
        if (eye == null) {
            if (pupil != null) {
                throw new IllegalArgumentException("--pupil " + pupil + " needs --eye as well");
            }
            return Optional.empty();
        }
        if (style != null) {
            throw new IllegalArgumentException("Use either --eye or --style " + style);
        }
        CustomEye sclera = CustomEye.of(picture("--eye", eye));
        return Optional.of(pupil == null ? sclera : sclera.withPupil(picture("--pupil", pupil)));
    }

    private static BufferedImage picture(String option, Path file) {
        byte[] png;
        try (InputStream input = Files.newInputStream(file)) {
            png = input.readNBytes(PictureReader.MAX_BYTES + 1);
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "Cannot read " + file + " for option '" + option + "': " + IoErrors.reason(failure));
        }
        if (png.length > PictureReader.MAX_BYTES) {
            throw new InvalidOptionException(option, file.toString(), "a PNG of at most 1 MB");
        }
        return PictureReader.open(file.toString(), ByteBuffer.wrap(png), Cancellation.NEVER)
                .decode(Cancellation.NEVER);
    }
}
