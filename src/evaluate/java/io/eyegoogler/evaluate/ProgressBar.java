package io.eyegoogler.evaluate;

import java.io.PrintWriter;

/** A bar that grows on one line of a terminal; where there is no terminal, only lines are printed. */
final class ProgressBar {

    private static final int BAR_WIDTH = 30;
    /** Back to the line's start, then clear it (ECMA-48: CR, EL). */
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final int total;
    private final boolean visible;
    private final PrintWriter terminal;
    private int done;

    ProgressBar(int total, boolean visible, PrintWriter terminal) {
        this.total = total;
        this.visible = visible;
        this.terminal = terminal;
    }

    /** One more is done. */
    void advance() {
        done++;
        draw();
    }

    /** Prints {@code line} above the bar. */
    void println(String line) {
        close();
        terminal.println(line);
        draw();
    }

    /** Takes the bar away. */
    void close() {
        if (visible) {
            terminal.print(CLEAR_LINE);
        }
        terminal.flush();
    }

    private void draw() {
        if (visible) {
            int filled = BAR_WIDTH * done / Math.max(1, total);
            terminal.print(CLEAR_LINE + "[" + "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled) + "] " + done + "/"
                    + total);
        }
        terminal.flush();
    }
}
