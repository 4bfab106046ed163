package io.eyegoogler.cli;

import java.io.PrintWriter;

/** A bar that grows on one line of a terminal; where there is no terminal, nothing is shown. */
public final class ProgressBar {

    private static final int BAR_WIDTH = 30;
    /** Back to the line's start, then clear it (ECMA-48: CR, EL). */
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final int total;
    private final boolean visible;
    private final PrintWriter terminal;
    private int done;

    /** A bar that is full after {@code total} advances. */
    public ProgressBar(int total, boolean visible, PrintWriter terminal) {
        this.total = total;
        this.visible = visible;
        this.terminal = terminal;
    }

    /** One more is done. */
    public synchronized void advance() {
        done++;
        draw();
    }

    /** Prints {@code line} above the bar. */
    public synchronized void println(String line) {
        if (visible) {
            terminal.print(CLEAR_LINE);
        }
        terminal.println(line);
        draw();
    }

    /** Takes the bar away. */
    public synchronized void close() {
        if (visible) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
    }

    private void draw() {
        if (visible) {
            int filled = BAR_WIDTH * done / Math.max(1, total);
            String bar = "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled);
            terminal.print(CLEAR_LINE + "[" + bar + "] " + done + "/" + total);
        }
        terminal.flush();
    }
}
