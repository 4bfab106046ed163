package io.eyegoogler.detect;

import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Requirements;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Outputs of the runtimes that the models were made for: a sample in the tests' resources, and all of them in the
 * folder that EYEGOOGLER_GOLDEN names.
 */
public final class GoldenFiles {

    private GoldenFiles() {}

    /** Returns a path in the folder; the test is skipped if there is no folder. */
    public static Path path(String first, String... more) {
        return Requirements.folder("EYEGOOGLER_GOLDEN").resolve(Path.of(first, more));
    }

    /** Returns the values of a file of little-endian floats in the folder. */
    public static float[] floats(String model, String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path(model, name + ".f32")));
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    /** Returns the rows of a sample, a resource with tab-separated columns. */
    public static List<String[]> sample(String name) {
        return new String(Photos.resource("/golden/" + name), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t"))
                .toList();
    }
}
