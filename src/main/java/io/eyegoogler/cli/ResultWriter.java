package io.eyegoogler.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes results to files, and their paths to standard output; or the only result to standard output. */
final class ResultWriter implements AutoCloseable {

    private final TakenName takenName;
    private final boolean toStandardOutput;
    private final AtomicFileWriter files;
    private final ProgressBar progress;
    private final PrintWriter paths;
    private final char pathEnd;

    /**
     * Creates a writer.
     *
     * @param paths receives the path of each result
     * @param pathEnd ends each path
     */
    ResultWriter(Output output, TakenName takenName, ProgressBar progress, PrintWriter paths, char pathEnd) {
        this.takenName = takenName;
        this.toStandardOutput = output.kind() == Output.Kind.STANDARD_OUTPUT;
        this.files = new AtomicFileWriter(takenName);
        this.progress = progress;
        this.paths = paths;
        this.pathEnd = pathEnd;
    }

    /** Returns whether a result exists that must stay as it is. */
    boolean isDone(ResultFileName name) throws IOException {
        Path file = name.path();
        return takenName == TakenName.SKIP && !toStandardOutput && Files.isRegularFile(file) && Files.size(file) > 0;
    }

    /** Writes a result and returns its name, which differs from {@code name} if that is taken. */
    ResultFileName write(ResultFileName name, byte[] file) throws IOException {
        if (toStandardOutput) {
            // System.out does not report that it is closed or full.
            new FileOutputStream(FileDescriptor.out).write(file);
            return name;
        }
        return write(name, AtomicFileWriter.Content.of(file));
    }

    /** Writes a result to a file, whatever the output is, and returns its name. */
    ResultFileName write(ResultFileName name, AtomicFileWriter.Content content) throws IOException {
        Files.createDirectories(name.folder());
        ResultFileName written = files.write(name, content);
        progress.print(paths, written.path().toString() + pathEnd);
        return written;
    }

    /** Returns how to call the result's place in messages. */
    String description(ResultFileName name) {
        return toStandardOutput ? "standard output" : name.path().toString();
    }

    @Override
    public void close() {
        files.close();
    }
}
