package io.eyegoogler.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes native libraries that this program unpacked and no longer needs, 653 MB each. Only library files of the names
 * that JavaCPP gave them are deleted, and folders that are then empty; symbolic links are never followed. A process
 * that has loaded a library keeps it.
 */
final class OldNativeLibraries {

    /** A version that was started since isn't old: a machine may run two. */
    private static final Duration UNUSED = Duration.ofDays(30);
    /** What JavaCPP called folders after the fat jar's name. */
    private static final String FAT_JARS = "eyegoogler*.jar";

    private OldNativeLibraries() {}

    /** Removes other versions' libraries from {@code caches}, whose subfolder {@code current} stays. */
    static void removeOtherVersions(Path caches, Path current) throws IOException {
        Instant oldest = Instant.now().minus(UNUSED);
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(caches, "tensorflow-*")) {
            for (Path version : versions) {
                if (!version.equals(current)
                        && Files.getLastModifiedTime(version).toInstant().isBefore(oldest)) {
                    removeLibraries(version);
                }
            }
        }
    }

    /** Removes what fat jars left in JavaCPP's own cache, unless a process is unpacking there. */
    static void removeFrom(Path javaCppCache) throws IOException {
        if (!Files.isDirectory(javaCppCache)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        javaCppCache.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel);
                DirectoryStream<Path> jars = Files.newDirectoryStream(javaCppCache, FAT_JARS)) {
            if (lock != null) {
                for (Path jar : jars) {
                    removeLibraries(jar);
                }
            }
        }
    }

    /** Null if another process, or another part of this one, has the lock. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    private static void removeLibraries(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(folder, new Removal());
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.getFileName().toString();
            if ((attributes.isRegularFile() || attributes.isSymbolicLink())
                    && (name.matches("lib(tensorflow_|jni).+") || name.equals(".lock"))) {
                Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException others) {
                // Files that this program didn't make stay.
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
