package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the library does to the process of a program that uses it: nothing that the program doesn't ask for. */
class EmbeddingTest {

    @TempDir
    private Path directory;

    private record Output(String out, String err) {}

    private Output run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedProgram.class.getName(),
                "src/test/resources/photos/astronaut.png"));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder program =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        List.of("TF_ENABLE_ONEDNN_OPTS", "TF_CPP_MIN_LOG_LEVEL", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")
                .forEach(program.environment()::remove);
        assertEquals(0, program.start().waitFor(), () -> read(err));
        return new Output(read(out), read(err));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void program_findsItsStandardErrorPropertiesAndEnvironmentAsTheyWere() throws Exception {
        Output output = run();

        assertEquals("", output.err());
        assertEquals("1 face\n", output.out());
    }

    @Test
    void whatTheProgramWritesMeanwhile_isAllThere() throws Exception {
        Output output = run("count");

        // Those that were held back may come a little later than their successors.
        int[] lines = output.err().lines().mapToInt(Integer::parseInt).sorted().toArray();
        assertTrue(lines.length > 100, lines.length + " lines");
        assertArrayEquals(IntStream.range(0, lines.length).toArray(), lines);
        assertEquals("1 face\n", output.out());
    }
}
