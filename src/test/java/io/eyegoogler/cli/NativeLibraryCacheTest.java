package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Await;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks 650 MB. */
@Tag("verify")
class NativeLibraryCacheTest {

    @TempDir
    private Path directory;

    private Process googly(String name) throws IOException {
        Path photo = Files.write(directory.resolve(name + ".png"), Photos.PORTRAIT);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.eyegoogler.cli.Main",
                "googly",
                photo.toString(),
                "--output",
                directory.toString());
        ServerProcess.quiet(builder).environment().put("XDG_CACHE_HOME", directory.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(log(name).toFile())
                .start();
    }

    private Path log(String name) {
        return directory.resolve(name + ".log");
    }

    private List<Path> libraries() {
        try (Stream<Path> files = Files.walk(directory.resolve("eyegoogler"))) {
            return files.filter(file -> file.getFileName().toString().equals("libtensorflow_cc.so.2"))
                    .toList();
        } catch (IOException notYet) {
            return List.of();
        }
    }

    @Test
    void processThatIsKilledWhileItUnpacks_andTwoAtOnceThen_leaveOneCopy() throws Exception {
        Process killed = googly("killed");
        Await.until(() -> !libraries().isEmpty(), "the library is being unpacked");
        killed.destroyForcibly().waitFor();

        List<Process> both = new ArrayList<>(List.of(googly("one"), googly("other")));
        for (Process each : both) {
            assertEquals(0, each.waitFor(), Files.readString(log("one")) + Files.readString(log("other")));
        }

        assertEquals(1, libraries().size());
        assertTrue(Files.readString(log("one")).contains("Unpacking TensorFlow"), Files.readString(log("one")));
        Process later = googly("later");
        assertEquals(0, later.waitFor(), Files.readString(log("later")));
        assertFalse(Files.readString(log("later")).contains("Unpacking"), Files.readString(log("later")));
    }
}
