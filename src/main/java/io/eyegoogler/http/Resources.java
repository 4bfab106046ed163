package io.eyegoogler.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Reads resources of the jar, and computes their digests. */
final class Resources {

    private Resources() {}

    /** Returns the content of a resource; {@code name} is relative to this package unless it begins with a slash. */
    static byte[] read(String name) {
        try (InputStream resource = Resources.class.getResourceAsStream(name)) {
            return resource.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns the SHA-256 digest of {@code contents}, one after the other. */
    static byte[] sha256(List<byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
