package io.eyegoogler.cli;

import java.nio.file.Path;

/** Receives what a {@link PhotoFinder} finds, as soon as it is found. */
interface Findings {

    /** Takes a photo; returns once the next may be searched for. */
    void photo(InputPhoto photo);

    /** Takes a video that cannot be processed, since there is no ffmpeg. */
    void leftOut(Path video);

    /** Takes the report of something that cannot be read, in one line. */
    void problem(String message);
}
