package io.eyegoogler.cli;

import io.eyegoogler.GooglyOptions;
import java.util.Iterator;

/** The styles, for the help. */
final class StyleCandidates implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return GooglyOptions.styles().iterator();
    }
}
