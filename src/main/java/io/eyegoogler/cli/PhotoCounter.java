package io.eyegoogler.cli;

import java.nio.file.Path;

/** Counts photos, for a bar that shows how many are to come. */
final class PhotoCounter implements Findings {

    private long count;

    long count() {
        return count;
    }

    @Override
    public void photo(InputPhoto photo) {
        count++;
    }

    @Override
    public void leftOut(Path video) {
        // It is not processed.
    }

    @Override
    public void problem(String message) {
        // It is reported when the photos are processed.
    }
}
