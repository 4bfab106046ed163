package io.eyegoogler.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
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
 * Writes results so that under a result's name there is all of it or nothing, whenever the process or the disk's space
 * ends: into a hidden file beside it first, {@code .NAME.HEX.part}, which then gets the name. Those that are there when
 * the process is told to end are removed. For many threads.
 */
final class AtomicFileWriter implements AutoCloseable {

    /** Of a name, code points, in that of its part: a file's name may have 255 bytes. */
    private static final int MAX_NAME_IN_PART = 40;

    private final boolean overwrite;
    private final Thread hook = new Thread(this::removeParts);
    /** Guards {@link #parts}, and the giving of names against the process's end. */
    private final Object lock = new Object();

    private final Set<Path> parts = new HashSet<>();
    private boolean ended;

    /** Files that replace what has their name only if {@code overwrite}. */
    AtomicFileWriter(boolean overwrite) {
        this.overwrite = overwrite;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Writes a file.
     *
     * @return its name: {@code name}, or the next free one where a file has that name and isn't to be overwritten
     */
    ResultFileName write(ResultFileName name, byte[] file) throws IOException {
        try (Part part = new Part(name)) {
            part.fill(file);
            return part.publish(name);
        }
    }

    private void removeParts() {
        synchronized (lock) {
            ended = true;
            parts.forEach(part -> part.toFile().delete());
        }
    }

    /** Nothing may be under way. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook runs, and finds nothing.
        }
    }

    /** A result that has no name yet. */
    private final class Part implements AutoCloseable {

        private final Path path;

        Part(ResultFileName name) throws IOException {
            StringBuilder begin = new StringBuilder();
            name.fileName().codePoints().limit(MAX_NAME_IN_PART).forEach(begin::appendCodePoint);
            String hex = Long.toHexString(ThreadLocalRandom.current().nextLong());
            path = name.folder().resolve("." + begin + "." + hex + ".part");
            synchronized (lock) {
                checkGoingOn();
                Files.createFile(path);
                parts.add(path);
            }
        }

        private void checkGoingOn() throws IOException {
            if (ended) {
                throw new IOException("the program was told to stop");
            }
        }

        void fill(byte[] file) throws IOException {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(file);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                // Network shares tell only now that there was no room.
                channel.force(false);
            }
        }

        ResultFileName publish(ResultFileName wanted) throws IOException {
            synchronized (lock) {
                checkGoingOn();
                if (overwrite) {
                    Files.move(path, wanted.path(), StandardCopyOption.ATOMIC_MOVE);
                    return wanted;
                }
                ResultFileName name = wanted;
                while (!take(name.path())) {
                    name = name.next();
                }
                return name;
            }
        }

        /**
         * Gives this file a name, unless the name is taken: by a hard link, which is made whole and never replaces
         * anything, as a rename would. File systems without links (FAT, say) get the name reserved by an empty file
         * first, which is left only by a kill just then.
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
                // An atomic move replaces in any case; file systems that know no other want to hear it.
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
