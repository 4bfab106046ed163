package io.eyegoogler.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * Chooses the folder into which TensorFlow's native libraries are unpacked: one for each version of TensorFlow, in the
 * user's cache, whatever the jar that holds them is called. By default, JavaCPP uses 653 MB for each name of a jar.
 *
 * <p>JavaCPP unpacks a library when it is first used. JavaCPP holds a lock on the folder meanwhile, and takes a file
 * for complete only if it has the size and the time of the jar's entry; the time is set last. So neither processes that
 * start at the same time nor a process that is killed leave a file that a later start takes for complete.
 *
 * <p>Only programs may call this. Where EyeGoogler is used as a library, the folder is the host's choice.
 */
public final class NativeLibraryCache {

    /** What the libraries take once they are unpacked: 683 million bytes for Linux on x86-64. */
    static final int MEGABYTES = 650;

    static final String FOLDER_PROPERTY = "org.bytedeco.javacpp.cachedir";
    private static final String HELP = "; set XDG_CACHE_HOME to a directory with " + MEGABYTES + " MB of free space.";

    private static final String FLAT_PROPERTY = "org.bytedeco.javacpp.cachedir.nosubdir";
    private static final String VERSION = "META-INF/maven/org.tensorflow/tensorflow-core-native/pom.properties";

    private NativeLibraryCache() {}

    /**
     * Makes JavaCPP use the folder, which is created if necessary, and removes copies that earlier versions have left.
     * Does nothing if the class path has no native library, as in the container image. A folder that the system
     * property {@code org.bytedeco.javacpp.cachedir} names is used as it is.
     *
     * @return the folder, if the libraries are yet to be unpacked there
     * @throws IOException if the folder cannot be created or written to; its message is for the user
     */
    public static Optional<Path> configure() throws IOException {
        URL library = largestLibrary();
        if (library == null) {
            return Optional.empty();
        }
        String chosen = System.getProperty(FOLDER_PROPERTY);
        if (chosen != null) {
            create(Path.of(chosen));
            return Optional.empty();
        }
        Path caches = userCaches().resolve("eyegoogler");
        Path folder = caches.resolve("tensorflow-" + tensorFlowVersion());
        create(folder);
        System.setProperty(FOLDER_PROPERTY, folder.toString());
        System.setProperty(FLAT_PROPERTY, "true");
        removeOldLibraries(caches, folder);
        return isUnpacked(library, folder) ? Optional.empty() : Optional.of(folder);
    }

    private static URL largestLibrary() {
        String folder = "/org/tensorflow/internal/c_api/" + Loader.getPlatform() + "/";
        return Stream.of("libtensorflow_cc.so.2", "libtensorflow_cc.2.dylib")
                .map(name -> NativeLibraryCache.class.getResource(folder + name))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    /** As the XDG Base Directory Specification says, or Apple's File System Programming Guide. */
    private static Path userCaches() throws IOException {
        String xdg = System.getenv("XDG_CACHE_HOME");
        if (xdg != null && Path.of(xdg).isAbsolute()) {
            return Path.of(xdg);
        }
        Path home = Path.of(System.getProperty("user.home"));
        if (!home.isAbsolute()) {
            throw new IOException("Cannot unpack TensorFlow without a home directory" + HELP);
        }
        return System.getProperty("os.name").startsWith("Mac")
                ? home.resolve("Library/Caches")
                : home.resolve(".cache");
    }

    private static String tensorFlowVersion() throws IOException {
        Properties maven = new Properties();
        try (InputStream file = NativeLibraryCache.class.getClassLoader().getResourceAsStream(VERSION)) {
            maven.load(file);
        }
        return maven.getProperty("version");
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            // Also tells OldNativeLibraries that this version is in use.
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        } catch (IOException failure) {
            throw new IOException(
                    "Cannot unpack TensorFlow into " + folder + ": " + IoErrors.reason(failure) + HELP, failure);
        }
        // JavaCPP would silently use a folder in /tmp instead.
        if (!Files.isWritable(folder)) {
            throw new IOException("Cannot unpack TensorFlow into " + folder + ": permission denied" + HELP);
        }
    }

    private static void removeOldLibraries(Path caches, Path current) {
        try {
            OldNativeLibraries.removeOtherVersions(caches, current);
            OldNativeLibraries.removeFrom(Path.of(System.getProperty("user.home"), ".javacpp", "cache"));
        } catch (IOException unremovable) {
            // Old libraries only take space.
        }
    }

    /** As JavaCPP decides. */
    private static boolean isUnpacked(URL library, Path folder) throws IOException {
        if (!(library.openConnection() instanceof JarURLConnection connection)) {
            return true;
        }
        JarEntry entry = connection.getJarEntry();
        Path file = folder.resolve(Path.of(entry.getName()).getFileName());
        return Files.exists(file)
                && Files.size(file) == entry.getSize()
                && Files.getLastModifiedTime(file).toMillis() == entry.getTime();
    }
}
