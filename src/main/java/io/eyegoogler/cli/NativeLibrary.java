package io.eyegoogler.cli;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeGooglerConfig;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Loads the models, and with them TensorFlow's native library, which JavaCPP unpacks into a folder at the first start.
 *
 * <p>JavaCPP would unpack into a folder of {@code /tmp} if it cannot use the folder that it should; this class reports
 * that instead, and a full disk.
 */
final class NativeLibrary {

    /** JavaCPP's system property for the folder. */
    private static final String FOLDER_PROPERTY = "org.bytedeco.javacpp.cachedir";

    private static final String DEFAULT_FOLDER = ".javacpp/cache";
    /** Of TensorFlow, unpacked, bytes. */
    private static final long UNPACKED_SIZE = 700L << 20;

    private static final String HELP =
            "; set HOME, or the Java option -D" + FOLDER_PROPERTY + "=DIR, to a folder with 700 MB of free space";

    private NativeLibrary() {}

    /**
     * Loads the models.
     *
     * @throws NativeLibraryException if the native library cannot be unpacked or loaded
     * @throws IllegalArgumentException if a model is missing, or is not the one that is needed
     */
    static EyeGoogler load(EyeGooglerConfig config) {
        Path folder = folder();
        if (!isInstalled()) {
            checkWritable(folder);
        }
        try {
            return EyeGoogler.load(config);
        } catch (LinkageError failure) {
            throw new NativeLibraryException(reason(folder, failure), failure);
        }
    }

    private static Path folder() {
        String folder = System.getProperty(FOLDER_PROPERTY, "");
        return folder.isEmpty() ? Path.of(System.getProperty("user.home"), DEFAULT_FOLDER) : Path.of(folder);
    }

    /** Returns whether the library lies unpacked on the library path, as in the container image. */
    private static boolean isInstalled() {
        String library = System.mapLibraryName("jnitensorflow");
        return Stream.of(System.getProperty("java.library.path", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.exists(Path.of(folder, library)));
    }

    private static void checkWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new IOException("permission denied");
            }
        } catch (IOException failure) {
            throw new NativeLibraryException(
                    "Cannot unpack TensorFlow into " + folder + ": " + IoErrors.reason(failure) + HELP, failure);
        }
    }

    private static String reason(Path folder, LinkageError failure) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < UNPACKED_SIZE) {
                return "Cannot unpack TensorFlow into " + folder + ": only " + (free >> 20) + " MB are free" + HELP;
            }
        } catch (IOException unknown) {
            // The cause says more then.
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "Cannot load TensorFlow's native library: " + cause.getMessage();
    }
}
