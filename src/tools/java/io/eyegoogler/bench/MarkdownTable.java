package io.eyegoogler.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table as Markdown has it. */
public final class MarkdownTable {

    private final int columns;
    private final List<String> lines = new ArrayList<>();

    /** A table with these headings; the first column is of words, the others of numbers. */
    public MarkdownTable(String... headings) {
        columns = headings.length;
        lines.add("| " + String.join(" | ", headings) + " |");
        lines.add("|---|" + "---:|".repeat(columns - 1));
    }

    /** Adds a row: text as it is, and numbers with three significant digits. */
    public void row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
        }
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ')
                    .append(cell instanceof Double number ? number(number) : cell)
                    .append(" |");
        }
        lines.add(line.toString());
    }

    /** Returns {@code value} with three significant digits, and all digits before the point. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
