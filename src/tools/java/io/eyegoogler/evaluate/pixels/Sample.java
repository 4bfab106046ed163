package io.eyegoogler.evaluate.pixels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An image file with reference pixels.
 *
 * @param path the file; the reference is next to it
 * @param minPsnr the PSNR that must be reached, dB
 * @param description what the file is
 */
record Sample(Path path, double minPsnr, String description) {

    /** Reads the index of a folder. */
    static List<Sample> all(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("INDEX.tsv")).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t", -1))
                .map(fields -> new Sample(folder.resolve(fields[0]), Double.parseDouble(fields[1]), fields[2]))
                .toList();
    }

    String name() {
        return path.getFileName().toString();
    }

    byte[] file() throws IOException {
        return Files.readAllBytes(path);
    }

    byte[] reference() throws IOException {
        return Files.readAllBytes(path.resolveSibling(name() + ".right.png"));
    }
}
