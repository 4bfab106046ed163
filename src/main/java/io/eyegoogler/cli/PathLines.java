package io.eyegoogler.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.function.Consumer;

/** A list of paths, each ended by a line feed or by NUL, in the encoding of the file system's names. */
final class PathLines {

    /** More than any system takes as a path; keeps memory small if the list is no list. */
    private static final int MAX_LENGTH = 1 << 16;

    private static final Charset ENCODING = Charset.forName(System.getProperty("sun.jnu.encoding"));

    private PathLines() {}

    /** Calls {@code action} with each path that is not empty, as soon as it has been read. */
    static void forEach(InputStream list, char end, Consumer<String> action) throws IOException {
        InputStream bytes = new BufferedInputStream(list);
        ByteArrayOutputStream path = new ByteArrayOutputStream();
        int next;
        do {
            next = bytes.read();
            if (next >= 0 && next != end) {
                path.write(next);
            } else if (path.size() > 0) {
                action.accept(path.toString(ENCODING));
                path.reset();
            }
            if (path.size() > MAX_LENGTH) {
                throw new IOException("a line is longer than any path");
            }
        } while (next >= 0);
    }
}
