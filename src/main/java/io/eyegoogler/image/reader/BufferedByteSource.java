package io.eyegoogler.image.reader;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Bytes of a file one by one: an {@code ImageInputStream} takes ten times as long for each. */
final class BufferedByteSource {

    private static final int BUFFER = 8192;

    private final ImageInputStream file;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    /** From where {@code file} stands. */
    BufferedByteSource(ImageInputStream file) {
        this.file = file;
    }

    /** The next byte, 0 to 255. */
    int next() throws IOException {
        int next = nextOrEnd();
        if (next < 0) {
            throw new EOFException("The file ends before its last pixels");
        }
        return next;
    }

    /** The next byte, 0 to 255, or -1 at the end. */
    int nextOrEnd() throws IOException {
        if (at == end) {
            end = Math.max(0, file.read(buffer, 0, BUFFER));
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

    /** Four bytes, the most significant one first. */
    int nextInt() throws IOException {
        return next() << 24 | next() << 16 | next() << 8 | next();
    }

    /** A text of at most {@code maxLength} bytes up to the end of its line, which is left out. */
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
