package io.eyegoogler.cli;

import org.bytedeco.systems.global.linux;

/** Whether somebody looks on. */
final class Terminal {

    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    /** Whether standard error is a terminal; Java itself only tells of all three streams together. */
    static boolean isStandardError() {
        try {
            return linux.isatty(STANDARD_ERROR) == 1;
        } catch (LinkageError elsewhere) {
            return System.console() != null;
        }
    }
}
