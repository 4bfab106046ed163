package io.eyegoogler.cli;

/** What becomes of a result whose name is taken by a file. */
enum TakenName {
    /** The next free number is added to the name. */
    NUMBER,
    /** The file is replaced. */
    REPLACE,
    /** The photo counts as done; an empty file, which some file systems leave when a process is killed, does not. */
    SKIP,
    /** The photo fails. */
    REFUSE
}
