package io.eyegoogler.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes files atomically: a file of a given name is complete or absent, even if the process is stopped or the disk is
 * full. The content is written to a hidden file in the same folder, {@code .NAME.HEX.part}, which is then renamed.
 * Hidden files left when the process receives a signal are deleted. Safe for use by several threads.
 */
final class AtomicFileWriter implements AutoCloseable {

    /** Code points of a name that its hidden file's name repeats: a file name is limited to 255 bytes. */
    private static final int MAX_NAME_PREFIX = 40;

    private final TakenName takenName;
    private final Thread hook = new Thread(this::removeParts);
    /** Guards {@link #parts}, and keeps renaming and shutdown apart. */
    private final Object lock = new Object();

    private final Set<Path> parts = new HashSet<>();
    private boolean stopping;

    /** Creates a writer. */
    AtomicFileWriter(TakenName takenName) {
        this.takenName = takenName;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Writes a file.
     *
     * @return the name of the file: {@code name}, or the next free one if that is taken and names are numbered
     */
    ResultFileName write(ResultFileName name, Content content) throws IOException {
        try (Part part = new Part(name)) {
            part.fill(content);
            return part.publish(name);
        }
    }

    /** Writes a file's content. */
    interface Content {

        /** Writes to {@code file}, which exists. */
        void writeTo(Path file) throws IOException;

        static Content of(byte[] bytes) {
            return file -> Files.write(file, bytes);
        }
    }

    private void removeParts() {
        synchronized (lock) {
            stopping = true;
            parts.forEach(part -> part.toFile().delete());
        }
    }

    /** Ends the use of this writer; no file may be being written. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running, and finds nothing.
        }
    }

    /** A file that does not have its final name yet. */
    private final class Part implements AutoCloseable {

        private final Path path;

        Part(ResultFileName name) throws IOException {
            StringBuilder prefix = new StringBuilder();
            name.fileName().codePoints().limit(MAX_NAME_PREFIX).forEach(prefix::appendCodePoint);
            String hex = Long.toHexString(ThreadLocalRandom.current().nextLong());
            path = name.folder().resolve("." + prefix + "." + hex + ".part");
            synchronized (lock) {
                checkNotStopping();
                Files.createFile(path);
                parts.add(path);
            }
        }

        private void checkNotStopping() throws IOException {
            if (stopping) {
                throw new IOException("the program is stopping");
            }
        }

        void fill(Content content) throws IOException {
            content.writeTo(path);
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                // Network file systems report a full disk only now.
                channel.force(false);
            }
        }

        ResultFileName publish(ResultFileName preferred) throws IOException {
            synchronized (lock) {
                checkNotStopping();
                if (takenName == TakenName.REPLACE || takenName == TakenName.SKIP) {
                    Files.move(path, preferred.path(), StandardCopyOption.ATOMIC_MOVE);
                    return preferred;
                }
                ResultFileName name = preferred;
                while (!take(name.path())) {
                    if (takenName == TakenName.REFUSE) {
                        throw new IOException("it exists; pass --overwrite to replace it");
                    }
                    name = name.next();
                }
                return name;
            }
        }

        /**
         * Gives this file its name unless the name is taken. A hard link does that atomically and never replaces a
         * file, unlike a rename. On file systems without hard links, such as FAT, an empty file reserves the name
         * first; it is left behind only if the process is killed at that moment.
         */
        private boolean take(Path name) throws IOException {
            try {
                Files.createLink(name, path);
                return true;
            } catch (FileAlreadyExistsException taken) {
                return false;
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                return reserve(name);
            }
        }

        private boolean reserve(Path name) throws IOException {
            try {
                Files.createFile(name);
            } catch (FileAlreadyExistsException taken) {
                return false;
            }
            try {
                // An atomic move replaces in any case; file systems without atomic moves need the other option.
                Files.move(path, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return true;
            } catch (IOException failed) {
                Files.deleteIfExists(name);
                throw failed;
            }
        }

        @Override
        public void close() throws IOException {
            synchronized (lock) {
                parts.remove(path);
                Files.deleteIfExists(path);
            }
        }
    }
}
