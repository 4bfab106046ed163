package io.eyegoogler.cli;

import io.eyegoogler.options.OptionParser;
import java.util.Iterator;

/** The names of all styles, for the help and for completion. */
final class StyleCandidates implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return OptionParser.styles().iterator();
    }
}
