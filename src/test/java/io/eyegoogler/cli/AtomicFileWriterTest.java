package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eyegoogler.cli.AtomicFileWriter.Content;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.SmallDisk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AtomicFileWriterTest {

    private static final byte[] OLD = bytes("old");
    private static final byte[] NEW = bytes("new");

    @TempDir
    private Path directory;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ResultFileName portrait(Path folder) {
        return ResultFileName.of("portrait", folder, "png");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void nameThatIsTaken_staysAsItIs_andTheNextFreeOneIsUsed() throws IOException {
        Files.write(directory.resolve("portrait-googly.png"), OLD);
        Files.createDirectory(directory.resolve("portrait-googly-2.png"));
        Files.createSymbolicLink(directory.resolve("portrait-googly-3.png"), Path.of("nowhere"));

        try (AtomicFileWriter results = new AtomicFileWriter(TakenName.NUMBER)) {
            assertEquals(
                    "portrait-googly-4.png",
                    results.write(portrait(directory), Content.of(NEW)).fileName());
        }

        assertArrayEquals(OLD, Files.readAllBytes(directory.resolve("portrait-googly.png")));
        assertArrayEquals(NEW, Files.readAllBytes(directory.resolve("portrait-googly-4.png")));
        assertEquals(4, names(directory).size(), "No part is left");
    }

    @Test
    void overwrite_replacesWhatIsThere() throws IOException {
        Files.write(directory.resolve("portrait-googly.png"), OLD);

        try (AtomicFileWriter results = new AtomicFileWriter(TakenName.REPLACE)) {
            results.write(portrait(directory), Content.of(NEW));
        }

        assertArrayEquals(NEW, Files.readAllBytes(directory.resolve("portrait-googly.png")));
        assertEquals(List.of("portrait-googly.png"), names(directory));
    }

    @Test
    void manyAtOnceForOneName_eachGetItsOwn() throws IOException {
        try (AtomicFileWriter first = new AtomicFileWriter(TakenName.NUMBER);
                AtomicFileWriter second = new AtomicFileWriter(TakenName.NUMBER)) {
            IntStream.range(0, 40).parallel().forEach(i -> {
                try {
                    (i % 2 == 0 ? first : second).write(portrait(directory), Content.of(bytes("result " + i)));
                } catch (IOException failure) {
                    throw new AssertionError(failure);
                }
            });
        }

        List<String> names = names(directory);
        assertEquals(40, names.size(), names::toString);
        long different = names.stream()
                .map(name -> read(directory.resolve(name)))
                .distinct()
                .count();
        assertEquals(40, different);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void fileSystemWithoutHardLinks_isWrittenToAllTheSame() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(directory.resolve("results.zip"), Map.of("create", "true"));
                AtomicFileWriter results = new AtomicFileWriter(TakenName.NUMBER)) {
            Path folder = zip.getPath("/");
            Files.write(folder.resolve("portrait-googly.png"), OLD);

            assertEquals(
                    "portrait-googly-2.png",
                    results.write(portrait(folder), Content.of(NEW)).fileName());

            assertArrayEquals(OLD, Files.readAllBytes(folder.resolve("portrait-googly.png")));
            assertArrayEquals(NEW, Files.readAllBytes(folder.resolve("portrait-googly-2.png")));
            assertEquals(List.of("portrait-googly-2.png", "portrait-googly.png"), names(folder));
        }
    }

    @Test
    void longName_fitsAsAPartToo() throws IOException {
        String stem = "\uD83D\uDC40".repeat(61);
        try (AtomicFileWriter results = new AtomicFileWriter(TakenName.NUMBER)) {
            results.write(ResultFileName.of(stem, directory, "png"), Content.of(NEW));
        }

        assertEquals(List.of(stem + "-googly.png"), names(directory));
    }

    @Test
    void folderThatIsGone_isAnError() {
        try (AtomicFileWriter results = new AtomicFileWriter(TakenName.NUMBER)) {
            assertThrows(IOException.class, () -> results.write(portrait(directory.resolve("gone")), Content.of(NEW)));
        }
    }

    @Test
    void fullDisk_isNamed_andLeavesNothing() throws Exception {
        Path photo = Files.write(directory.resolve("portrait.png"), Photos.PORTRAIT);
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("small"), "64k")) {
            Path small = disk.folder();
            StringWriter err = new StringWriter();
            CommandLine commands = CommandLineFactory.create().setErr(new PrintWriter(err));

            assertEquals(1, commands.execute("googly", photo.toString(), "-o", small.toString()), err::toString);

            assertEquals(
                    photo + ": Cannot write " + small.resolve("portrait-googly.png") + ": No space left on device",
                    err.toString().lines().findFirst().orElseThrow());
            assertEquals(List.of(), names(small));
        }
    }
}
