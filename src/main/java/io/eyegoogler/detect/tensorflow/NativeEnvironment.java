package io.eyegoogler.detect.tensorflow;

import org.bytedeco.systems.global.linux;

/**
 * What TensorFlow's native library finds around it when it is loaded.
 *
 * <p>It reads environment variables once. Java can't set those of its own process, and nobody who starts a jar should
 * have to; so libc's setenv does. What the user has set stays. On systems other than Linux nothing is done.
 */
final class NativeEnvironment {

    private static final int KEEP = 0;
    private static final int STANDARD_ERROR = 2;
    /** As open's flag (fcntl.h: O_WRONLY). */
    private static final int WRITE_ONLY = 1;

    private NativeEnvironment() {}

    /** Sets them; to be called before the first class of TensorFlow is touched. */
    static void prepare() {
        // JavaCPP's own remarks, such as that its parts have different versions, belong in the log.
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        try {
            // Halves the time of a run on processors without AVX-512, where it is off by default.
            linux.setenv("TF_ENABLE_ONEDNN_OPTS", "1", KEEP);
            // Errors only: what TensorFlow says of itself at the start is of no use to a user.
            linux.setenv("TF_CPP_MIN_LOG_LEVEL", "2", KEEP);
        } catch (LinkageError elsewhere) {
            // Then TensorFlow is slower on some processors, and talks more.
        }
    }

    /** Does what makes TensorFlow talk for the first time, in spite of all settings, with standard error shut. */
    static void quietly(Runnable first) {
        int errors = -1;
        try {
            errors = linux.dup(STANDARD_ERROR);
            linux.dup2(linux.open("/dev/null", WRITE_ONLY), STANDARD_ERROR);
        } catch (LinkageError elsewhere) {
            // Then it talks.
        }
        try {
            first.run();
        } finally {
            if (errors >= 0) {
                linux.dup2(errors, STANDARD_ERROR);
            }
        }
    }
}
