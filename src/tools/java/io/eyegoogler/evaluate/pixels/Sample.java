package io.eyegoogler.evaluate.pixels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A picture file whose right pixels are known.
 *
 * @param path the file; the right pixels are beside it
 * @param floor the least likeness that is right, dB
 * @param about what the file is
 */
record Sample(Path path, double floor, String about) {

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

    byte[] right() throws IOException {
        return Files.readAllBytes(path.resolveSibling(name() + ".right.png"));
    }
}
