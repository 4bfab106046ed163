package io.eyegoogler.cli;

/** What became of a photo. */
enum Outcome {
    DONE,
    /** It has a result already. */
    SKIPPED,
    FAILED
}
