package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.options.OptionParser;
import io.eyegoogler.testing.Photos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineFactoryTest {

    @TempDir
    private Path directory;

    private Path portrait;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void portrait() throws IOException {
        portrait = Files.write(directory.resolve("portrait.png"), Photos.PORTRAIT);
    }

    private int run(Object... args) {
        CommandLine commands =
                CommandLineFactory.create().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return commands.execute(List.of(args).stream().map(Object::toString).toArray(String[]::new));
    }

    private List<String> results(Path results) throws IOException {
        try (var files = Files.list(results)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void googly_writesAPngForEachPhoto() throws IOException {
        Path results = directory.resolve("new/results");
        Path other = directory.resolve("other");
        Files.createDirectories(other);
        Files.write(other.resolve("portrait.jpg"), Photos.encode(Photos.portrait(), "jpeg"));

        assertEquals(
                0,
                run("googly", portrait, other.resolve("portrait.jpg"), "--output", results, "--seed", "4"),
                err::toString);

        assertEquals(List.of("portrait-googly-2.png", "portrait-googly.png"), results(results));
        BufferedImage googly = Photos.decode(Files.readAllBytes(results.resolve("portrait-googly.png")));
        assertEquals(512, googly.getWidth());
        assertTrue(out.toString().contains(results.resolve("portrait-googly-2.png") + "\n"), out.toString());
        assertTrue(err.toString().contains("2 done, 0 skipped, 0 failed; "), err.toString());
        assertFalse(err.toString().contains("\u001b"), "No bar where there is no terminal");
    }

    @Test
    void badFile_isNamed_andTheOthersAreDone() throws IOException {
        Path text = Files.writeString(directory.resolve("notes.txt"), "no photo");
        Path results = directory.resolve("results");

        assertEquals(1, run("googly", text, directory.resolve("gone.jpg"), portrait, "--output", results));

        assertEquals(List.of("portrait-googly.png"), results(results));
        assertTrue(err.toString().contains("notes.txt: Unsupported image format"), err.toString());
        assertTrue(err.toString().contains("gone.jpg: No such file."), err.toString());
    }

    @Test
    void namedPhoto_isNeverOverwritten_andProcessedOnce() throws IOException {
        Path alreadyThere = Files.write(directory.resolve("portrait-googly.png"), Photos.PORTRAIT);

        assertEquals(0, run("googly", portrait, alreadyThere, portrait, "-o", directory), err::toString);

        assertArrayEquals(Photos.PORTRAIT, Files.readAllBytes(alreadyThere));
        assertEquals(
                List.of("portrait-googly-2.png", "portrait-googly-googly.png", "portrait-googly.png", "portrait.png"),
                results(directory));
    }

    @Test
    void onePhoto_makesAFileOfThatName_inItsFormat() throws IOException {
        Path result = directory.resolve("new/result.jpg");

        assertEquals(0, run("googly", portrait, "-o", result), err::toString);
        Photos.checkMediaType("image/jpeg", Files.readAllBytes(result));
        assertEquals(result + "\n", out.toString());

        assertEquals(1, run("googly", portrait, "-o", result, "--format", "png"), "It exists");
        Photos.checkMediaType("image/jpeg", Files.readAllBytes(result));
        assertEquals(0, run("googly", portrait, "-o", result, "--format", "png", "--overwrite"));
        Photos.checkMediaType("image/png", Files.readAllBytes(result));
        assertEquals(List.of("result.jpg"), results(result.getParent()));
    }

    @Test
    void skipExisting_doesWhatIsMissing_andWhatIsEmpty() throws IOException {
        Path photos = Files.createDirectories(directory.resolve("photos"));
        for (String name : List.of("a.png", "b.png", "c.png")) {
            Files.write(photos.resolve(name), Photos.PORTRAIT);
        }
        Path results = Files.createDirectories(directory.resolve("results"));
        Files.writeString(results.resolve("a-googly.png"), "there");
        Files.createFile(results.resolve("b-googly.png"));

        assertEquals(0, run("googly", photos, "-o", results, "--skip-existing"), err::toString);

        assertTrue(err.toString().startsWith("2 done, 1 skipped, 0 failed; "), err.toString());
        assertEquals("there", Files.readString(results.resolve("a-googly.png")));
        assertEquals(
                512,
                Photos.decode(Files.readAllBytes(results.resolve("b-googly.png")))
                        .getWidth());
        assertEquals(List.of("a-googly.png", "b-googly.png", "c-googly.png"), results(results));
    }

    @Test
    void contradictions_areOneLine() {
        for (List<Object> wrong : List.<List<Object>>of(
                List.of("googly"),
                List.of("googly", directory, "-o", "-"),
                List.of("googly", portrait, portrait.resolveSibling("b.png"), "-o", directory.resolve("x.png")),
                List.of("googly", portrait, "-o", directory.resolve("x.webp")),
                List.of("googly", portrait, "--skip-existing", "--overwrite"),
                List.of("googly", portrait, "--shard", "2/2"),
                List.of("googly", portrait, "--shard", "1"),
                List.of("googly", "-", "--files-from", "-"))) {
            err.getBuffer().setLength(0);
            assertEquals(2, run(wrong.toArray()), wrong::toString);
            assertEquals(1, err.toString().lines().count(), err.toString());
        }
    }

    @Test
    void outputThatIsAFile_isOneLine() {
        assertEquals(2, run("googly", portrait, "-o", portrait.resolve("x")));
        assertTrue(err.toString().startsWith("Cannot create output folder " + portrait.resolve("x")), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());

        err.getBuffer().setLength(0);
        assertEquals(2, run("googly", portrait, "-o", "/dev/full"));
        assertTrue(
                err.toString().startsWith("Cannot create output folder /dev/full: a file of this name exists"),
                err.toString());
    }

    @Test
    void unavailableAddress_isOneLineThatNamesIt() {
        assertEquals(1, run("--host", "no.such.host.invalid", "--port", "0"));
        assertTrue(err.toString().contains("no.such.host.invalid:0"), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void sameSeed_givesTheSameFile_andFormatItsExtension() throws IOException {
        run("googly", portrait, "-o", directory.resolve("a"), "--seed", "9", "--format", "jpeg");
        run("googly", portrait, "-o", directory.resolve("b"), "--seed", "9", "--format", "jpeg");

        assertArrayEquals(
                Files.readAllBytes(directory.resolve("a/portrait-googly.jpg")),
                Files.readAllBytes(directory.resolve("b/portrait-googly.jpg")));
    }

    @Test
    void format_canBeOneThatMoves() throws IOException {
        run("googly", portrait, "-o", directory, "--format", "gif");
        run("googly", portrait, "-o", directory, "--format", "apng");

        byte[] gif = Files.readAllBytes(directory.resolve("portrait-googly.gif"));
        byte[] apng = Files.readAllBytes(directory.resolve("portrait-googly.png"));
        assertTrue(new String(gif, StandardCharsets.ISO_8859_1).startsWith("GIF89a"));
        assertTrue(new String(apng, StandardCharsets.ISO_8859_1).contains("acTL"));
    }

    @Test
    void help_namesTheSettings() {
        assertEquals(0, run("--help"));
        for (String setting : List.of(
                "HOST",
                "PORT",
                "MAX_UPLOAD",
                "MAX_PIXELS",
                "MAX_FRAMES_PIXELS",
                "HEIF",
                "WORKERS",
                "QUEUE",
                "TIMEOUT",
                "MODEL_DIR",
                "LOG_FORMAT",
                "ALLOW_ORIGINS",
                "API_KEYS_FILE",
                "DETECTION")) {
            assertTrue(out.toString().contains("EYEGOOGLER_" + setting), setting);
        }
        assertEquals(0, run("googly", "--help"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "googly", "health"})
    void version_isPrintedByEveryCommand(String command) {
        assertEquals(0, command.isEmpty() ? run("--version") : run(command, "--version"));
        assertTrue(out.toString().startsWith("EyeGoogler "), out.toString());
    }

    @Test
    void helpOfGoogly_namesTheStyles() {
        assertEquals(0, run("googly", "--help"));
        for (String style : OptionParser.styles()) {
            assertTrue(out.toString().matches("(?s).*\\b" + style + "\\b.*"), style);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--port, abc, EYEGOOGLER_PORT",
        "--port, 70000, 65535",
        "--max-upload, 32 parsecs, EYEGOOGLER_MAX_UPLOAD",
        "--max-upload, 2GB, less than 2 GB",
        "--max-pixels, many, EYEGOOGLER_MAX_PIXELS",
        "--max-pixels, 0, 'Invalid value ''0'' for option ''--max-pixels'': expected at least 1 pixel'",
        "--max-frames-pixels, few, EYEGOOGLER_MAX_FRAMES_PIXELS",
        "--max-frames-pixels, 0MP, EYEGOOGLER_MAX_FRAMES_PIXELS",
        "--workers, 0, workers",
        "--queue, few, EYEGOOGLER_QUEUE",
        "--queue, 2147483647, queue",
        "--timeout, 999999999999m, timeout",
        "--timeout, 0s, timeout",
        "--heif, on, EYEGOOGLER_HEIF",
        "--detection, lazy, EYEGOOGLER_DETECTION",
        "--log-format, xml, EYEGOOGLER_LOG_FORMAT",
        "--allow-origins, https://example.org/, allow-origins",
        "--allow-origins, 'https://example.org,', allow-origins",
        "--allow-origins, 'https://example.org,*', allow-origins",
        "--allow-origins, https://example.org:443, allow-origins",
        "--allow-origins, https://Example.org, allow-origins",
        "--allow-origins, null, allow-origins",
        "--api-keys-file, /no/such/file, api-keys-file",
        "--api-keys-file, /dev/zero, api-keys-file",
        "--size, 1, --size",
        "--port, ٨٠, a whole number",
        "--timeout, ١s, a time such as 10s",
        "--max-upload, 32 parsecs, 'Invalid value ''32 parsecs'' for option ''--max-upload'': expected a size such as 32MB'",
    })
    void wrongSetting_stopsTheStartWithOneLineThatNamesIt(String option, String value, String named) {
        assertEquals(2, run(option, value));
        assertTrue(err.toString().contains(named), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    /** The options of "serve" work with and without the command's name. */
    @Test
    void serve_isTheDefaultCommand() {
        assertEquals(2, run("serve", "--port", "abc"));
        assertEquals(2, run("--port", "abc"));
        List<String> lines = err.toString().lines().toList();
        assertEquals(
                "Invalid value 'abc' for option '--port': expected a whole number (also set by EYEGOOGLER_PORT)",
                lines.get(0));
        assertEquals(lines.get(0), lines.get(1));
        assertEquals(0, run("serve", "--help"));
        assertTrue(out.toString().contains("Usage: eyegoogler serve "), out.toString());
    }

    @Test
    void missingModel_isOneLineThatNamesIt() {
        assertEquals(2, run("--model-dir", "/no/such/directory", "--port", "0"));
        assertTrue(err.toString().contains("blazeface_short_range"), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void wrongGooglyOption_isOneLine() {
        assertEquals(2, run("googly", portrait, "--gaze", "sideways"));
        assertTrue(
                err.toString().contains("Invalid value 'sideways' for option 'gaze': expected random"), err.toString());
        assertTrue(err.toString().endsWith("of the photo (try --help)\n"), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }
}
