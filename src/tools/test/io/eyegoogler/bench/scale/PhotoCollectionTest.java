package io.eyegoogler.bench.scale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoCollectionTest {

    @TempDir
    private Path directory;

    @Test
    void write_fewerPhotos_areTheFirstOfMore() throws IOException {
        Path few = directory.resolve("few");
        Path more = directory.resolve("more");

        new PhotoCollection(null).write(few, 2);
        new PhotoCollection(null).write(more, 3);

        assertEquals(List.of("0000.jpg", "0001.jpg"), names(few));
        assertEquals(List.of("0000.jpg", "0001.jpg", "0002.jpg"), names(more));
        for (String name : names(few)) {
            assertArrayEquals(Files.readAllBytes(few.resolve(name)), Files.readAllBytes(more.resolve(name)), name);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
