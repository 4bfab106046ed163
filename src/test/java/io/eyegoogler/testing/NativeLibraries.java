package io.eyegoogler.testing;

import io.eyegoogler.cli.NativeLibraryCache;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes tests use the copy of TensorFlow that the program has unpacked. JUnit finds this extension by itself. */
public final class NativeLibraries implements BeforeAllCallback {

    /** Options that make another JVM use the same copy, and say nothing of it. */
    public static List<String> options() {
        return Stream.of("org.bytedeco.javacpp.cachedir", "org.bytedeco.javacpp.cachedir.nosubdir")
                .filter(property -> System.getProperty(property) != null)
                .map(property -> "-D" + property + "=" + System.getProperty(property))
                .toList();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        NativeLibraryCache.configure();
    }
}
