package io.eyegoogler.testing;

import io.eyegoogler.cli.NativeLibraryCache;
import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes tests use the copy of TensorFlow that the program has unpacked. JUnit finds this extension by itself. */
public final class NativeLibraries implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        NativeLibraryCache.configure();
    }
}
