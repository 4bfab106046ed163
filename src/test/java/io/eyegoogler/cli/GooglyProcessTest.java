package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.GooglyProcess;
import io.eyegoogler.testing.Photos;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code googly} in a process of its own, that is ended or can't say what it does. */
class GooglyProcessTest {

    private static final int SIGTERM = 143;

    @TempDir
    private Path directory;

    private Path results;
    private Path err;

    @BeforeEach
    void createFolder() throws IOException {
        results = Files.createDirectory(directory.resolve("results"));
        err = directory.resolve("err");
    }

    private Process googly(List<Path> photos, String redirection) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("googly", "--detection", "fast", "-o", results.toString()));
        photos.forEach(photo -> arguments.add(photo.toString()));
        ProcessBuilder googly = GooglyProcess.of(arguments);
        googly.command().addAll(0, List.of("sh", "-c", "exec \"$@\" " + redirection, "sh"));
        return googly.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
    }

    /** Ends the process once the first of twelve results is begun, and waits until it has gone. */
    private int endMidway(Consumer<Process> end) throws IOException, InterruptedException {
        byte[] large = Photos.encode(Photos.scaled(Photos.portrait(), 3000, 3000), "jpeg");
        List<Path> photos = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            photos.add(Files.write(directory.resolve("photo" + i + ".jpg"), large));
        }
        try (WatchService watch = results.getFileSystem().newWatchService()) {
            results.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process process = googly(photos, "");
            watch.take();
            end.accept(process);
            return process.waitFor();
        }
    }

    private List<Path> files(boolean hidden) throws IOException {
        try (var files = Files.list(results)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".") == hidden)
                    .toList();
        }
    }

    private void checkThatAllAreWhole() throws IOException {
        assertTrue(files(false).size() < 12, "It was ended midway");
        for (Path result : files(false)) {
            assertEquals(3000, Photos.decode(Files.readAllBytes(result)).getHeight());
        }
    }

    @Test
    @Tag("verify")
    void sigterm_midway_leavesWholeFilesOnly() throws Exception {
        assertEquals(SIGTERM, endMidway(Process::destroy), "The process ends by the signal");

        assertEquals(List.of(), files(true));
        checkThatAllAreWhole();
    }

    @Test
    @Tag("verify")
    void sigkill_midway_leavesNoHalfFileUnderAName() throws Exception {
        endMidway(Process::destroyForcibly);

        checkThatAllAreWhole();
    }

    @Test
    void standardStreamThatIsClosedOrFull_isNoSuccess() throws Exception {
        List<Path> portrait = List.of(Files.write(directory.resolve("portrait.png"), Photos.PORTRAIT));

        assertNotEquals(0, googly(portrait, "2>/dev/full").waitFor());
        assertNotEquals(0, googly(portrait, "2>&-").waitFor());
        assertNotEquals(0, googly(portrait, ">/dev/full").waitFor());
        assertEquals(0, googly(portrait, "").waitFor(), "With one that can be written to");

        String said = Files.readString(err);
        assertTrue(said.contains("the name portrait-googly.png is taken"), said);
    }

    @Test
    void standardInput_toStandardOutput_writesThePhotoAlone() throws Exception {
        Path photo = Files.write(directory.resolve("portrait.png"), Photos.PORTRAIT);
        Path out = directory.resolve("out");

        Process process = GooglyProcess.of(List.of("googly", "-", "--seed", "3", "--format", "jpeg", "-o", "-"))
                .redirectInput(photo.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();

        assertEquals(0, process.waitFor());
        assertEquals(512, Photos.decode(Files.readAllBytes(out)).getWidth());
        Photos.checkMediaType("image/jpeg", Files.readAllBytes(out));
        assertTrue(Files.readString(err).startsWith("1 done, 0 skipped, 0 failed; "), Files.readString(err));
    }

    /** More paths than wait at once, from a pipe that stays open until the first result is there. */
    @Test
    void listOnStandardInput_isProcessedWhileItComes() throws Exception {
        Path photo = Files.write(directory.resolve("portrait.png"), Photos.PORTRAIT);
        Process process = GooglyProcess.of(List.of("googly", "--files-from", "-", "-0", "-o", results.toString()))
                .redirectError(err.toFile())
                .start();

        OutputStream list = process.getOutputStream();
        list.write((photo + "\0").getBytes(StandardCharsets.UTF_8));
        list.flush();
        InputStream paths = process.getInputStream();
        StringBuilder first = new StringBuilder();
        for (int next = paths.read(); next > 0; next = paths.read()) {
            first.append((char) next);
        }
        assertTrue(Files.exists(Path.of(first.toString())), first.toString());
        list.write("gone.jpg".getBytes(StandardCharsets.UTF_8));
        list.close();

        assertEquals(1, process.waitFor());
        String said = Files.readString(err);
        assertTrue(said.startsWith("gone.jpg: No such file.\n1 done, 0 skipped, 1 failed; "), said);
    }
}
