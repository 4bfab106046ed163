package io.eyegoogler.evaluate.report;

import java.util.Locale;

/** Text and numbers as they go into HTML and SVG. */
final class Html {

    private Html() {}

    /** {@code text} with nothing left that HTML would take for its own. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A coordinate, to a tenth of a px. */
    static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
