package io.eyegoogler.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that is exactly the one expected, by its SHA-256: a converted model is only as good as its source. */
final class SourceFile {
    private SourceFile() {}

    /** Returns the file's bytes, or throws if they are not those that hash to {@code sha256}. */
    static byte[] read(Path file, String sha256) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String actual = sha256(bytes);
        if (!actual.equals(sha256)) {
            throw new ConversionException(file + ": SHA-256 is " + actual + ", expected " + sha256);
        }
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
