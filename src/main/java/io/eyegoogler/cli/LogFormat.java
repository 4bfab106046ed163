package io.eyegoogler.cli;

/** The format of the log; in lower case, as users write it. */
enum LogFormat {
    text,
    json
}
