package io.eyegoogler.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs that isn't part of the project. Where it is missing, the test is skipped, and standard error says
 * why, once; with {@code CI=true} in the environment the test fails.
 */
public final class Requirements {

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Requirements() {}

    /**
     * Skips the test, or fails it under CI.
     *
     * @param remedy what to do so that the test runs, as an imperative: "install webp"
     */
    public static <T> T missing(String remedy) {
        String message = "To run this test, " + remedy;
        if ("true".equals(System.getenv("CI"))) {
            return Assertions.fail(message);
        }
        if (SAID.add(remedy)) {
            System.err.println("Tests are skipped; to run them, " + remedy);
        }
        return Assumptions.abort(message);
    }

    /** Skips the test unless {@code met}, or fails it under CI. */
    public static void require(boolean met, String remedy) {
        if (!met) {
            missing(remedy);
        }
    }

    /**
     * The folder of test data that an environment variable names. Where the variable isn't set the test is skipped,
     * under CI too, since the data isn't public; where it is set the folder must exist.
     */
    public static Path folder(String variable) {
        String folder = System.getenv(variable);
        if (folder == null || folder.isEmpty()) {
            return Assumptions.abort("To run this test, set " + variable + " to a folder with its data");
        }
        Assertions.assertTrue(Files.isDirectory(Path.of(folder)), variable + " names no folder: " + folder);
        return Path.of(folder);
    }
}
