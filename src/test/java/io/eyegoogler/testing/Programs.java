package io.eyegoogler.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Programs by others. A test that needs one is skipped where it isn't installed; see {@link Requirements}. */
public final class Programs {

    private Programs() {}

    /**
     * Finds a program, or skips the test.
     *
     * @param debianPackage what to install for it
     * @param names any of which will do
     * @return the path of the first of {@code names} that is installed
     */
    public static String installed(String debianPackage, String... names) {
        Stream<Path> candidates = Arrays.stream(names).flatMap(name -> Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name)));
        return candidates
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> Requirements.missing("install " + debianPackage));
    }

    /** What {@code command} writes to standard output; it must exit with 0. */
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

    /** Whether {@code command} exits with 0. */
    public static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
