package io.eyegoogler.cli;

import io.eyegoogler.options.OptionParser;
import java.util.Iterator;

/** The styles, for the help. */
final class StyleCandidates implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return OptionParser.styles().iterator();
    }
}
