package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Programs;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in {@code examples/}, as their users start them; the Spark job's SQL is run by the tests in src/spark. */
@Tag("verify")
class ExamplesTest {

    @Shared
    private static Service service;

    @TempDir
    private Path directory;

    @Test
    void python_portrait_getsEyes() throws Exception {
        assertPutsEyes(List.of(python(), example("client.py")));
    }

    @Test
    void python_noPhoto_exitsWithTheReason() throws Exception {
        assertTellsReason(List.of(python(), example("client.py")));
    }

    @Test
    void node_portrait_getsEyes() throws Exception {
        assertPutsEyes(List.of(node(), example("client.mjs")));
    }

    @Test
    void node_noPhoto_exitsWithTheReason() throws Exception {
        assertTellsReason(List.of(node(), example("client.mjs")));
    }

    @Test
    void sparkJob_isPython() {
        String job = example("spark_job.py");

        Programs.run(List.of(python(), "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", job));
    }

    private void assertPutsEyes(List<String> client) throws Exception {
        Path photo = Files.write(directory.resolve("photo.png"), Photos.PORTRAIT);
        Path result = directory.resolve("googly.png");

        Process process = start(client, photo, result);

        assertEquals("1 face(s)\n", text(process));
        assertEquals(0, process.waitFor());
        GooglyOptions options = GooglyOptions.DEFAULT.withStyle(EyeStyle.CAT).withSeed(7);
        assertArrayEquals(Service.GOOGLER.googly(Photos.PORTRAIT, options).file(), Files.readAllBytes(result));
    }

    private void assertTellsReason(List<String> client) throws Exception {
        Path text = Files.writeString(directory.resolve("text.jpg"), "no photo at all");

        Process process = start(client, text, directory.resolve("googly.png"));

        String output = text(process);
        assertEquals(1, process.waitFor());
        assertEquals(1, output.split("Unsupported image format; send one of", -1).length - 1, output);
    }

    private static Process start(List<String> client, Path photo, Path result) throws IOException {
        List<String> command = new ArrayList<>(client);
        command.addAll(List.of(photo.toString(), result.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("EYEGOOGLER_URL", "http://127.0.0.1:" + service.port());
        return builder.start();
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String python() {
        return Programs.installed("python3", "python3");
    }

    private static String node() {
        return Programs.installed("nodejs", "node", "nodejs");
    }

    private static String example(String name) {
        return Path.of("examples", name).toString();
    }
}
