package io.eyegoogler.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the files of a folder and its subfolders; their extensions determine their formats. */
final class HostileFolder {

    /** Mutations of larger files would take too long, bytes. */
    private static final long MAX_BYTES = 200_000;

    private static final Map<String, String> FORMATS = Map.of(
            "jpg", "jpeg", "mpo", "jpeg", "tif", "tiff", "ppm", "pnm", "pgm", "pnm", "pbm", "pnm", "apng", "png");

    private HostileFolder() {}

    static List<SourceFile> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toFile().length() <= MAX_BYTES)
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static SourceFile read(Path folder, Path file) {
        String name = folder.relativize(file).toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            return new SourceFile(name, FORMATS.getOrDefault(extension, extension), Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
