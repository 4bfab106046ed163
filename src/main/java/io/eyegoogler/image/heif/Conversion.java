package io.eyegoogler.image.heif;

import io.eyegoogler.Cancellation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A run of the converter for one photo. */
final class Conversion implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final ConverterDirectory directory;
    private final Watchdog watchdog;
    private final InputStream output;

    /** Removes the input, which {@code process} has open, from {@code directory}. */
    Conversion(Process process, ConverterDirectory directory, Cancellation cancellation) {
        directory.removeInput();
        this.directory = directory;
        this.watchdog = new Watchdog(process, cancellation);
        this.output = new BufferedInputStream(process.getInputStream(), BUFFER);
    }

    /** Returns the next tile as a PNG file. */
    PngStream next() throws IOException {
        return new PngStream(output);
    }

    /** Waits for the end, and returns whether the converter reports that all went well. */
    boolean awaitSuccess() {
        return watchdog.awaitSuccess();
    }

    /** Kills the converter unless it has ended, and removes what it needed. */
    @Override
    public void close() throws IOException {
        watchdog.close();
        directory.close();
        output.close();
    }
}
