package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldNativeLibrariesTest {

    private static final String LIBRARY = "org/tensorflow/internal/c_api/linux-x86_64/libtensorflow_cc.so.2";

    @TempDir
    private Path cache;

    private Path file(String path) throws IOException {
        Path file = cache.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "library");
    }

    @Test
    void foldersOfFatJars_areRemoved_withTheLinksInThem() throws IOException {
        Path library = file("eyegoogler.jar/" + LIBRARY);
        Files.createSymbolicLink(library.resolveSibling("libtensorflow_cc.so"), library.getFileName());
        file("eyegoogler-linux-x86_64.jar/org/bytedeco/systems/linux-x86_64/libjnilinux.so");

        OldNativeLibraries.removeFrom(cache);

        assertFalse(Files.exists(cache.resolve("eyegoogler.jar")));
        assertFalse(Files.exists(cache.resolve("eyegoogler-linux-x86_64.jar")));
    }

    @Test
    void filesOfOtherPrograms_stay() throws IOException {
        Path ofTensorFlow = file("tensorflow-core-native-1.1.0-linux-x86_64.jar/" + LIBRARY);
        Path foreign = file("eyegoogler.jar/notes.txt");
        file("eyegoogler.jar/" + LIBRARY);

        OldNativeLibraries.removeFrom(cache);

        assertTrue(Files.exists(ofTensorFlow));
        assertTrue(Files.exists(foreign));
        assertFalse(Files.exists(cache.resolve("eyegoogler.jar/org")));
    }

    @Test
    void symbolicLinkToAFolder_isNotFollowed() throws IOException {
        Path elsewhere = file("elsewhere/" + LIBRARY);
        Path link = Files.createSymbolicLink(cache.resolve("eyegoogler.jar"), cache.resolve("elsewhere"));

        OldNativeLibraries.removeFrom(cache);

        assertTrue(Files.exists(elsewhere));
        assertTrue(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void cacheThatAnotherProcessUnpacksInto_staysAsItIs() throws IOException {
        Path library = file("eyegoogler.jar/" + LIBRARY);
        try (FileChannel channel =
                        FileChannel.open(cache.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock unpacking = channel.lock()) {
            assertTrue(unpacking.isValid());

            OldNativeLibraries.removeFrom(cache);

            assertTrue(Files.exists(library));
        }
    }

    @Test
    void otherVersions_areRemoved_onceTheyAreUnused() throws IOException {
        Path current = file("tensorflow-3.0/libtensorflow_cc.so.2").getParent();
        Path recent = file("tensorflow-2.0/libtensorflow_cc.so.2").getParent();
        Path unused = file("tensorflow-1.0/libtensorflow_cc.so.2").getParent();
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(31)));
        Files.setLastModifiedTime(current, longAgo);
        Files.setLastModifiedTime(unused, longAgo);

        OldNativeLibraries.removeOtherVersions(cache, current);

        assertTrue(Files.exists(current));
        assertTrue(Files.exists(recent));
        assertFalse(Files.exists(unused));
    }
}
