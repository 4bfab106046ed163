package io.eyegoogler.detect;

import org.bytedeco.systems.global.linux;

/**
 * Environment variables that TensorFlow's native library reads once, when it is loaded.
 *
 * <p>Java can't set its own process's environment, and nobody who starts a jar should have to; so libc's setenv does.
 * What the user has set stays. On systems other than Linux nothing is set.
 */
final class NativeEnvironment {

    private static final int KEEP = 0;

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
}
