package io.eyegoogler.cli.video;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running {@code ffmpeg} or {@code ffprobe}, whose messages carry their level. */
final class FfmpegProcess implements AutoCloseable {

    /**
     * An error as {@code -loglevel level+…} prints it: where it comes from, its level, and its text, of which the first
     * 300 characters are enough.
     */
    private static final Pattern ERROR =
            Pattern.compile("(?:\\[[^\\]]* @ [^\\]]*\\] )*\\[(?:error|fatal)\\] (.{0,300}).*");

    private final Process process;
    private final Runnable ended;
    private final Thread reader;
    /** The first error, which says most: others may follow it for minutes. */
    private volatile String error;

    /**
     * Takes over a process.
     *
     * @param messages receives each line of standard error
     * @param ended is run once it has ended
     */
    FfmpegProcess(Process process, Consumer<String> messages, Runnable ended) {
        this.process = process;
        this.ended = ended;
        this.reader = new Thread(() -> read(messages), "ffmpeg messages");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Consumer<String> messages) {
        try (BufferedReader lines = process.errorReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = ERROR.matcher(line);
                if (error == null && matcher.matches()) {
                    error = matcher.group(1);
                }
                messages.accept(line);
            }
        } catch (IOException killed) {
            // The lines until then have been read.
        }
    }

    InputStream output() {
        return process.getInputStream();
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    /**
     * Waits until the process ends.
     *
     * @throws VideoException with its first error, if it fails
     */
    void finish() throws IOException {
        try {
            int status = process.waitFor();
            reader.join();
            if (status != 0) {
                throw new VideoException("ffmpeg: " + (error == null ? "ended with status " + status : error));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Ends the process if it is still running. */
    @Override
    public void close() {
        process.destroyForcibly();
        ended.run();
    }
}
