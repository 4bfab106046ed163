package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Imports point one way, and each library is used in one package. */
class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java/io/eyegoogler");
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+)", Pattern.MULTILINE);

    /**
     * The public API's data types, which every package may import; only those above the pipeline know the pipeline itself.
     */
    private static final Pattern API = Pattern.compile("io\\.eyegoogler\\.(?!EyeGoogler$)[A-Z]\\w*");

    /** A package may not import what begins so; with {@code !}, what begins so is allowed all the same. */
    private record Rule(String folder, String... forbidden) {}

    private static final List<Rule> RULES = List.of(
            new Rule("detect", "io.eyegoogler", "!io.eyegoogler.detect.", "!io.eyegoogler.limits.", "javax.imageio"),
            new Rule("eyes", "io.eyegoogler", "!io.eyegoogler.eyes.", "javax.imageio"),
            new Rule(
                    "track",
                    "io.eyegoogler",
                    "!io.eyegoogler.track",
                    "!io.eyegoogler.detect",
                    "!io.eyegoogler.eyes",
                    "javax.imageio"),
            new Rule("image", "io.eyegoogler", "!io.eyegoogler.image.", "!io.eyegoogler.limits."),
            new Rule("limits", "io.eyegoogler", "!io.eyegoogler.limits"),
            new Rule("options", "io.eyegoogler", "!io.eyegoogler.options"),
            new Rule("http", "io.eyegoogler.cli", "io.eyegoogler.detect", "javax.imageio"),
            new Rule("", "io.javalin", "javax.imageio", "org.tensorflow", "io.eyegoogler.http"),
            new Rule(
                    "cli",
                    "org.tensorflow",
                    "javax.imageio",
                    "io.eyegoogler.eyes",
                    "io.eyegoogler.detect",
                    "!io.eyegoogler.DetectionMode"));

    @Test
    void packages_importOnlyWhatTheyMay() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Rule rule : RULES) {
            List<Path> files =
                    files(SOURCES.resolve(rule.folder()), rule.folder().isEmpty() ? 1 : Integer.MAX_VALUE);
            assertFalse(files.isEmpty(), rule.folder());
            for (Path file : files) {
                imports(file)
                        .filter(name -> forbids(rule, name))
                        .forEach(name -> broken.add(file + " imports " + name));
            }
        }
        assertEquals(List.of(), broken);
    }

    private static boolean forbids(Rule rule, String name) {
        return !API.matcher(name).matches()
                && Stream.of(rule.forbidden()).anyMatch(name::startsWith)
                && Stream.of(rule.forbidden()).noneMatch(f -> f.startsWith("!") && name.startsWith(f.substring(1)));
    }

    @Test
    void libraries_areUsedInOnePackage() throws IOException {
        assertEquals(List.of("detect/tensorflow/SavedModelRunner.java"), importers("org.tensorflow"));
        assertFalse(importers("javax.imageio").isEmpty());
        assertEquals(
                List.of(),
                importers("javax.imageio").stream()
                        .filter(f -> !f.startsWith("image/"))
                        .toList());
    }

    private static List<String> importers(String library) throws IOException {
        List<String> importers = new ArrayList<>();
        for (Path file : files(SOURCES, Integer.MAX_VALUE)) {
            if (imports(file).anyMatch(name -> name.startsWith(library))) {
                importers.add(SOURCES.relativize(file).toString());
            }
        }
        return importers;
    }

    private static List<Path> files(Path directory, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(directory, depth)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> imports(Path file) throws IOException {
        Matcher matcher = IMPORT.matcher(Files.readString(file));
        return matcher.results().map(result -> result.group(1)).toList().stream();
    }
}
