package io.eyegoogler.cli;

/** What the process returns. */
enum ExitStatus {
    OK(0),
    /** At least one photo couldn't be done, or the server couldn't start. */
    FAILED(1),
    /** The command line or a setting is wrong. */
    USAGE(2);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
