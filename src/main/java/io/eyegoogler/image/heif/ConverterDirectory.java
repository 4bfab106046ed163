package io.eyegoogler.image.heif;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory in memory for one run of the converter, which only this user can enter: the file to be converted, until
 * the converter has it open, and links by which its results go to its standard output.
 *
 * <p>The converter takes the format of its output from the output's name, so that it can't write to standard output
 * directly. It adds the number of the image to the name if there are several.
 */
final class ConverterDirectory implements AutoCloseable {

    /** A file system in memory. */
    static final Path MEMORY = Path.of("/dev/shm");

    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
    static final String NAME = "eyegoogler-heif-";
    /** Process ids are unique within a namespace, the link to which tells namespaces apart. */
    private static final Path PROCESS_NAMESPACE = Path.of("/proc/self/ns/pid");

    private static final Path PROCESS = Path.of("/proc/self");

    private final Path directory;

    ConverterDirectory(HeifPhoto photo) throws IOException {
        directory = Files.createTempDirectory(
                MEMORY, prefix() + ProcessHandle.current().pid() + "-");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(input()))) {
                new ConverterInput(photo).write(file);
            }
            int images = photo.tiles().size();
            for (int i = 1; i <= images; i++) {
                Files.createSymbolicLink(
                        images == 1 ? output() : directory.resolve("out-" + i + ".png"), STANDARD_OUTPUT);
            }
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** Returns the file to be converted. */
    Path input() {
        return directory.resolve("in.heic");
    }

    /** Removes the file to be converted; a process that has it open can still read it. */
    void removeInput() {
        try {
            Files.delete(input());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns the name of the output file to give to the converter. */
    Path output() {
        return directory.resolve("out.png");
    }

    private static String prefix() throws IOException {
        return NAME + Files.readSymbolicLink(PROCESS_NAMESPACE).toString().replaceAll("\\D", "") + "-";
    }

    @Override
    public void close() {
        remove(directory);
    }

    /**
     * Removes directories of processes that were killed; there are only links in them, since the file is gone once the
     * converter has begun.
     */
    static void removeAbandoned() {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(MEMORY, prefix() + "*")) {
            Pattern process = Pattern.compile(Pattern.quote(prefix()) + "(\\d{1,18})-.*");
            for (Path each : directories) {
                Matcher matcher = process.matcher(each.getFileName().toString());
                if (matcher.matches()
                        && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty()
                        && isOwn(each)) {
                    remove(each);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // Others may use the directory too; nothing depends on it.
        }
    }

    /** Returns whether it is a directory of this user, rather than a link that another user has put there. */
    private static boolean isOwn(Path directory) throws IOException {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(PROCESS));
    }

    private static void remove(Path directory) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException | DirectoryIteratorException gone) {
            // Another process has removed it.
        }
    }
}
