package io.eyegoogler.cli;

import org.bytedeco.systems.global.linux;

/** The terminal that the program runs in, if any. */
final class Terminal {

    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    /** Returns whether standard error is a terminal; Java itself only reports this for all streams together. */
    static boolean isStandardError() {
        try {
            return linux.isatty(STANDARD_ERROR) == 1;
        } catch (LinkageError notLinux) {
            return System.console() != null;
        }
    }
}
