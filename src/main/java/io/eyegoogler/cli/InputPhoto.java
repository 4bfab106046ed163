package io.eyegoogler.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A photo to process.
 *
 * @param file where to read it, or {@link #STANDARD_INPUT}
 * @param name identifies it among the photos of this and of other processes: its path relative to the folder that was
 *     given, or as it was given
 * @param result the name of its result
 */
record InputPhoto(Path file, String name, ResultFileName result) {

    static final Path STANDARD_INPUT = Path.of("-");

    byte[] read() throws IOException {
        // A file of this name is another path.
        return file == STANDARD_INPUT ? System.in.readAllBytes() : Files.readAllBytes(file);
    }
}
