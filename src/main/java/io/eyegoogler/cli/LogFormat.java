package io.eyegoogler.cli;

/** How the log is written; lower case, because that is how a user writes a setting. */
enum LogFormat {
    text,
    json
}
