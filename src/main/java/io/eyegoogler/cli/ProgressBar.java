package io.eyegoogler.cli;

import java.io.PrintWriter;

/** A progress bar on one line of a terminal, which is invisible where there is no terminal. */
public final class ProgressBar {

    private static final int BAR_WIDTH = 30;
    /** Returns to the start of the line and clears it (ECMA-48: CR, EL). */
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final int total;
    private final boolean visible;
    private final PrintWriter terminal;
    private int done;

    /** Creates a bar that is full after {@code total} steps. */
    public ProgressBar(int total, boolean visible, PrintWriter terminal) {
        this.total = total;
        this.visible = visible;
        this.terminal = terminal;
    }

    /** Advances by one step. */
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

    /** Removes the bar. */
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
