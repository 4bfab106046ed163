package io.eyegoogler.cli;

/** Receives what a {@link PhotoFinder} finds, as soon as it is found. */
interface Findings {

    /** Takes a photo; returns once the next may be searched for. */
    void photo(InputPhoto photo);

    /** Takes the report of something that cannot be read, in one line. */
    void problem(String message);
}
