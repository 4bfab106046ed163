package io.eyegoogler.spark;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.cli.NativeLibraryCache;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one {@link EyeGoogler} of this JVM, an executor's or, with the master {@code local}, the driver's. It is never
 * closed: tasks may use it until the JVM ends, which frees it.
 */
final class JvmGoogler {

    /** The largest photo that is accepted, px; of the application's configuration. */
    static final String MAX_PIXELS = "spark.eyegoogler.maxPixels";

    private static final String LIBRARIES = "org.bytedeco.javacpp.cachedir";
    private static final Logger LOG = LoggerFactory.getLogger(JvmGoogler.class);

    private static volatile EyeGoogler loaded;

    private JvmGoogler() {}

    /**
     * Returns the instance, which the first call loads.
     *
     * @throws IllegalStateException if it can't be loaded, which is the executor's fault rather than a photo's, so that
     *     it ends the task; the next call tries again
     */
    static EyeGoogler get() {
        EyeGoogler googler = loaded;
        return googler == null ? load() : googler;
    }

    private static synchronized EyeGoogler load() {
        if (loaded == null) {
            long start = System.nanoTime();
            chooseLibraryFolder();
            findImageReaders();
            try {
                loaded = EyeGoogler.load(config());
            } catch (LinkageError failure) {
                throw new IllegalStateException("Cannot load TensorFlow's native library: " + failure, failure);
            }
            LOG.info("EyeGoogler is loaded in {} ms", (System.nanoTime() - start) / 1_000_000);
        }
        return loaded;
    }

    private static EyeGooglerConfig config() {
        EyeGooglerConfig defaults = EyeGooglerConfig.DEFAULT;
        return defaults.withMaxPixels(SparkEnv.get().conf().getLong(MAX_PIXELS, defaults.maxPixels()));
    }

    /** The user's cache, as for the command line; where there is none, the executor's own folder. */
    private static void chooseLibraryFolder() {
        try {
            NativeLibraryCache.configure();
        } catch (IOException noCache) {
            Path own = Path.of(SparkFiles.getRootDirectory(), "eyegoogler")
                    .toAbsolutePath()
                    .normalize();
            LOG.info("{} Using {} instead", noCache.getMessage(), own);
            System.setProperty(LIBRARIES, own.toString());
        }
    }

    /** ImageIO finds readers by the thread's class loader, and may have looked before the jar was there. */
    private static void findImageReaders() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(EyeGoogler.class.getClassLoader());
            ImageIO.scanForPlugins();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
