package io.eyegoogler.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs by others, where installed; a test that needs one is skipped without it, unless {@code CI=true}. */
public final class Programs {

    private Programs() {}

    /** The first of {@code names} that is on the path. */
    public static String installed(String... names) {
        for (String name : names) {
            for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
                if (Files.isExecutable(Path.of(folder, name))) {
                    return Path.of(folder, name).toString();
                }
            }
        }
        String missing = "Not installed: " + String.join(", ", names);
        return "true".equals(System.getenv("CI")) ? fail(missing) : abort(missing);
    }

    /** What {@code command} says on standard output, once it has ended well. */
    public static byte[] run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            byte[] output = process.getInputStream().readAllBytes();
            assertEquals(0, process.waitFor(), String.join(" ", command));
            return output;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
