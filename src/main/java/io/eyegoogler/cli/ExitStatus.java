package io.eyegoogler.cli;

/** The exit status of the process. */
enum ExitStatus {
    OK(0),
    /** At least one photo failed, or the server could not start. */
    FAILED(1),
    /** The command line or a setting is invalid. */
    USAGE(2);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
