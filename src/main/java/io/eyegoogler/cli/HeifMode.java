package io.eyegoogler.cli;

/** Whether HEIC and AVIF are read; the names are those of the option's values. */
enum HeifMode {
    /** Where libheif's converter is installed. */
    auto,
    /** Never, so that no other program is run. */
    off
}
