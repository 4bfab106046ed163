package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.ServerProcess;
import io.eyegoogler.testing.SmallDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first start of the program, where TensorFlow's native library has to be unpacked. */
@Timeout(120)
class NativeLibraryTest {

    @TempDir
    private Path directory;

    private Path temporary;

    @BeforeEach
    void createFiles() throws IOException {
        temporary = Files.createDirectory(directory.resolve("tmp"));
        Files.write(directory.resolve("photo.png"), Photos.PORTRAIT);
    }

    /** Runs the program and returns its output, which must be one line, with exit status 1. */
    private String failure(String javaOption, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                javaOption,
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "io.eyegoogler.cli.Main"));
        command.addAll(List.of(args));
        ProcessBuilder builder = ServerProcess.quiet(new ProcessBuilder(command))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().remove("XDG_CACHE_HOME");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), output);
        assertEquals(1, output.lines().count(), output);
        return output;
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve --port 0", "googly photo.png"})
    void unusableHome_isOneLine_andNothingIsUnpackedElsewhere(String args) throws Exception {
        String output = failure("-Duser.home=/dev/null/none", args.split(" "));

        assertTrue(output.startsWith("Cannot unpack TensorFlow into /dev/null/none/"), output);
        assertTrue(output.contains("set XDG_CACHE_HOME"), output);
        try (var files = Files.list(temporary)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve --port 0", "googly photo.png"})
    void fullDisk_isOneLine(String args) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("small"), "64m")) {
            Path small = disk.folder();
            String output = failure("-Dorg.bytedeco.javacpp.cachedir=" + small, args.split(" "));

            assertTrue(output.startsWith("Cannot unpack TensorFlow into " + small + ": "), output);
            assertTrue(output.contains(" MB are free, 650 MB are needed."), output);
        }
    }
}
