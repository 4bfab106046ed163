package io.eyegoogler.image.reader;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Reads a file byte by byte from a buffer, in a tenth of the time that {@code ImageInputStream.read()} takes. */
final class BufferedByteSource {

    private static final int BUFFER_SIZE = 8192;

    private final ImageInputStream file;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int at;
    private int end;

    /** Creates a source that begins at the current position of {@code file}. */
    BufferedByteSource(ImageInputStream file) {
        this.file = file;
    }

    /**
     * Returns the next byte, 0 to 255.
     *
     * @throws EOFException if there is none
     */
    int next() throws IOException {
        int next = nextOrEnd();
        if (next < 0) {
            throw new EOFException("The file ends before its last pixel");
        }
        return next;
    }

    /** Returns the next byte, 0 to 255, or -1 at the end. */
    int nextOrEnd() throws IOException {
        if (at == end) {
            end = Math.max(0, file.read(buffer, 0, BUFFER_SIZE));
            at = 0;
            if (end == 0) {
                return -1;
            }
        }
        return buffer[at++] & 0xff;
    }

    /** Fills {@code bytes}. */
    void fill(byte[] bytes) throws IOException {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) next();
        }
    }

    /** Returns a big-endian {@code int}. */
    int nextInt() throws IOException {
        return next() << 24 | next() << 16 | next() << 8 | next();
    }

    /** Returns a line of at most {@code maxLength} bytes, without its line feed. */
    String nextLine(int maxLength) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = next(); next != '\n'; next = next()) {
            if (line.length() == maxLength) {
                throw new IOException("A line in the header is too long");
            }
            line.append((char) next);
        }
        return line.toString();
    }
}
