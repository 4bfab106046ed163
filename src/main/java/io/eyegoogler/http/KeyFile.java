package io.eyegoogler.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A file of keys, one a line; empty lines are ignored. The messages of its exceptions name the file and never have text
 * from it.
 */
record KeyFile(Path path) {

    /** Enough for 15,000 keys of 64 characters, bytes. */
    static final int MAX_SIZE = 1 << 20;
    /** What a bearer token may consist of (RFC 6750, section 2.1). */
    static final String KEY = "[A-Za-z0-9._~+/-]+=*";

    private static final Pattern LINE = Pattern.compile(KEY);

    /**
     * Returns the file's content.
     *
     * @throws IOException if it cannot be read or is too large
     */
    byte[] read() throws IOException {
        // Others, such as pipes and devices, can block or have no end.
        if (!Files.isRegularFile(path)) {
            throw new IOException(path + " is not a file");
        }
        byte[] content;
        try (InputStream input = Files.newInputStream(path)) {
            content = input.readNBytes(MAX_SIZE + 1);
        } catch (IOException failure) {
            throw new IOException(path + " cannot be read", failure);
        }
        if (content.length > MAX_SIZE) {
            throw new IOException(path + " has more than " + UnitFormat.bytes(MAX_SIZE));
        }
        return content;
    }

    /**
     * Returns the keys in {@code content}.
     *
     * @throws IOException if it has none, or a line that is not a key
     */
    List<String> keys(byte[] content) throws IOException {
        List<String> lines = new String(content, StandardCharsets.ISO_8859_1)
                .lines()
                .map(String::strip)
                .toList();
        int wrong = IntStream.range(0, lines.size())
                .filter(i ->
                        !lines.get(i).isEmpty() && !LINE.matcher(lines.get(i)).matches())
                .findFirst()
                .orElse(-1);
        if (wrong >= 0) {
            throw new IOException(path + " has no key in line " + (wrong + 1)
                    + "; a key is made of letters, digits and - . _ ~ + /, and = at its end");
        }
        List<String> keys = lines.stream().filter(line -> !line.isEmpty()).toList();
        if (keys.isEmpty()) {
            throw new IOException(path + " has no keys");
        }
        return keys;
    }
}
