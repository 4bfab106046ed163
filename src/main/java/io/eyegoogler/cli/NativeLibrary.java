package io.eyegoogler.cli;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeGooglerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Loads the models, and with them TensorFlow's native library, which the first start unpacks. */
final class NativeLibrary {

    /** JavaCPP's limit on the memory of the whole process, bytes; 0 for none. */
    private static final String MEMORY_LIMIT_PROPERTY = "org.bytedeco.javacpp.maxphysicalbytes";

    private NativeLibrary() {}

    /**
     * Loads the models.
     *
     * @param announce receives a line for the user before the library is unpacked
     * @throws NativeLibraryException if the library cannot be unpacked or loaded
     * @throws IllegalArgumentException if a model is missing, or is not the one that is needed
     */
    static EyeGoogler load(EyeGooglerConfig config, Consumer<String> announce) {
        // To enforce a limit, JavaCPP reads the process's size from /proc, some 60 times for each photo.
        if (System.getProperty(MEMORY_LIMIT_PROPERTY) == null) {
            System.setProperty(MEMORY_LIMIT_PROPERTY, "0");
        }
        try {
            NativeLibraryCache.configure()
                    .ifPresent(folder -> announce.accept("Unpacking TensorFlow, " + NativeLibraryCache.MEGABYTES
                            + " MB, into " + folder + " (first start only)"));
            return EyeGoogler.load(config);
        } catch (IOException failure) {
            throw new NativeLibraryException(failure.getMessage(), failure);
        } catch (LinkageError failure) {
            throw new NativeLibraryException(message(failure), failure);
        }
    }

    private static String message(LinkageError failure) {
        String folder = System.getProperty(NativeLibraryCache.FOLDER_PROPERTY);
        try {
            long free = folder == null ? Long.MAX_VALUE : megabytesFree(Path.of(folder));
            if (free < NativeLibraryCache.MEGABYTES) {
                return "Cannot unpack TensorFlow into " + folder + ": " + free + " MB are free, "
                        + NativeLibraryCache.MEGABYTES + " MB are needed.";
            }
        } catch (IOException unknown) {
            // The cause is all that can be reported.
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "Cannot load TensorFlow's native library: " + cause.getMessage();
    }

    private static long megabytesFree(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace() >> 20;
    }
}
